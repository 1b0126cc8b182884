using HomelabPortal.Api;
using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Api;

/// <summary>The map of the lab.</summary>
/// <param name="Fault">Why it cannot be drawn now.</param>
/// <param name="Columns">In the order of a request.</param>
/// <param name="Paths">What each hostname passes.</param>
/// <param name="Ties">What hangs together without a hostname: pods and their volumes, containers and their cards.</param>
/// <param name="Gaps">Sources that cannot be read now.</param>
internal sealed record MapResource(
    ListState State, DateTimeOffset? AsOf, string? Fault, IReadOnlyList<MapColumnResource> Columns, IReadOnlyList<MapPathResource> Paths, IReadOnlyList<MapLegResource> Ties, IReadOnlyList<MapGapResource> Gaps)
{
    public static MapResource Of(Freshness freshness, MapState map) => new(
        freshness switch { { IsLoading: true } => ListState.Loading, { Fault: null } => ListState.Live, { AsOf: null } => ListState.Unreachable, _ => ListState.Stale }, freshness.AsOf, freshness.Fault,
        [.. map.Columns.Select(MapColumnResource.Of)], [.. map.Paths.Select(MapPathResource.Of)], [.. map.Ties.Select(MapLegResource.Of)], [.. map.Gaps.Select(gap => new MapGapResource(gap.Name, gap.AsOf, gap.Fault))]);
}
