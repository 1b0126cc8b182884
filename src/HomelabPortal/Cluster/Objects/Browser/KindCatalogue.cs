using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>Remembers for a minute what the cluster serves, for asking takes some thirty calls.</summary>
internal sealed class KindCatalogue(ClusterReader cluster, TimeProvider time)
{
    private static readonly TimeSpan _holds = TimeSpan.FromMinutes(1);
    private static readonly RbacRule _rule = new("", "(the system:discovery ClusterRole)", "get");
    private KindList? _known;

    public async Task<Reading<KindList>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _known) is { } known && time.GetUtcNow() - known.ReadAt < _holds)
            return Reading<KindList>.Of(known);
        var read = await cluster.ReadAsync<KindList>(_rule, async (client, cancel) => KindChoice.Of(await client.DiscoverAsync(cancel), time.GetUtcNow()), cancellationToken);
        if (read.Value is { } fresh)
            Volatile.Write(ref _known, fresh);
        return read;
    }

    /// <param name="resource">Such as "deployments.apps" or "pods".</param>
    public async Task<Reading<KindInfo>> FindAsync(string resource, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
        if (read.Value is not { } kinds)
            return read.As<KindInfo>();
        return kinds.Find(resource) is { } kind
            ? Reading<KindInfo>.Of(kind)
            : Reading<KindInfo>.Failed(ReadingState.NotInstalled, $"It serves no {resource}. Kinds are named by their plural and group, such as deployments.apps.");
    }
}
