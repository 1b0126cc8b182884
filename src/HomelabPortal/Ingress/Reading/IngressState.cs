using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading;

/// <summary>All routes of the cluster with their computed health.</summary>
/// <param name="Status">Freshness of the routes; the health of each also depends on what it refers to.</param>
public sealed record IngressState(bool IsConnected, string? Help, ImmutableArray<IngressRouteView> Routes, SourceStatus Status)
{
    public static IngressState Connecting { get; } = new(true, null, [], SourceStatus.Syncing);

    /// <summary>As a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<IngressRouteView> Rows { get; } = Routes;

    /// <summary>Kinds of routes that are missing from the list, with the reason.</summary>
    public ValueList<string> Gaps { get; init; } = [];

    public IngressRouteView? Find(string kind, string ns, string name) => Routes.FirstOrDefault(route => route.Kind == kind && route.Namespace == ns && route.Name == name);
}
