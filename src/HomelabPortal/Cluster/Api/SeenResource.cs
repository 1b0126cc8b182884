using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Api;

/// <summary>How fresh an answer about one thing is.</summary>
/// <param name="AsOf">When it was last confirmed.</param>
/// <param name="Fault">Why its source cannot be read now.</param>
internal sealed record SeenResource(ListState State, DateTimeOffset? AsOf, string? Fault)
{
    public static SeenResource Of(LiveValue<ClusterState> live, SourceStatus status)
    {
        var freshness = status.Freshness(live);
        return new SeenResource(freshness.Fault is null ? ListState.Live : ListState.Stale, freshness.AsOf, freshness.Fault);
    }
}
