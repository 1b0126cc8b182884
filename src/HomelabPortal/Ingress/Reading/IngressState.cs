using System.Collections.Immutable;

namespace HomelabPortal.Ingress.Reading;

/// <summary>All routes of the cluster with their computed health.</summary>
/// <param name="Status">Freshness of the routes; the health of each also depends on what it refers to.</param>
internal sealed record IngressState(bool IsConnected, string? Help, ImmutableArray<IngressRouteView> Routes, Cluster.SourceStatus Status)
{
    public static IngressState Connecting { get; } = new(true, null, [], Cluster.SourceStatus.Syncing);

    /// <summary>As a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<IngressRouteView> Rows { get; } = Routes;
}
