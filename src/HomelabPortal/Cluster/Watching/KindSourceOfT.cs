using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Watching;

/// <summary>Feeds one kind from its reflector.</summary>
internal sealed class KindSource<T> : KindSource
    where T : class, IKubernetesObject
{
    private readonly Reflector<T> _reflector;
    private readonly RbacRule _rule;
    private readonly Func<ClusterState, ClusterKind<T>, ClusterState> _put;
    private ResourceSnapshot<T>? _collected;

    public KindSource(Reflector<T> reflector, RbacRule rule, bool isWatched, Action changed, Func<ClusterState, ClusterKind<T>, ClusterState> put)
    {
        (_reflector, _rule, IsWatched, _put) = (reflector, rule, isWatched, put);
        reflector.Store.Changed += changed;
    }

    public override bool IsWatched { get; }

    public override Task RunAsync(CancellationToken cancellationToken) => _reflector.RunAsync(cancellationToken);

    public override void TryNow() => _reflector.TryNow();

    public override ClusterState Collect(ClusterState state)
    {
        var snapshot = _reflector.Store.Snapshot;
        var before = _collected;
        if (ReferenceEquals(snapshot, before))
            return state;
        _collected = snapshot;
        var status = StatusOf(snapshot);
        // Bookmarks move the snapshot but show nothing new.
        if (ReferenceEquals(snapshot.Items, before?.Items) && status == Status)
            return state;
        Status = status;
        return _put(state, new ClusterKind<T>(snapshot.Items, status));
    }

    private SourceStatus StatusOf(ResourceSnapshot<T> snapshot) => snapshot.State switch
    {
        StoreState.Live => SourceStatus.Live,
        StoreState.NotInstalled => SourceStatus.NotInstalled,
        StoreState.Forbidden => new SourceStatus(SourcePhase.Forbidden, snapshot.LastEventAt, snapshot.Fault) { MissingRule = _rule },
        StoreState.Stale => new SourceStatus(SourcePhase.Stale, snapshot.LastEventAt, snapshot.Fault),
        _ => snapshot.Fault is null ? SourceStatus.Syncing : new SourceStatus(SourcePhase.Syncing, null, snapshot.Fault),
    };
}
