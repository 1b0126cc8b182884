namespace HomelabPortal.Cluster.Watching;

/// <summary>One watched kind and its place in the <see cref="ClusterState"/>.</summary>
internal abstract class KindSource
{
    /// <summary>False for kinds that are only polled: between two polls they say nothing of whether the server still answers.</summary>
    public abstract bool IsWatched { get; }

    /// <summary>Where this kind stands, as collected last.</summary>
    public SourceStatus Status { get; protected set; } = SourceStatus.Syncing;

    /// <summary>Follows the kind until cancelled; never throws but for that.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>The server answers again: what waits after a failure tries now.</summary>
    public abstract void TryNow();

    /// <summary>Puts what is new into the state; the same instance comes back when nothing is.</summary>
    public abstract ClusterState Collect(ClusterState state);
}
