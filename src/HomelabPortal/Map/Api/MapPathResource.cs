using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Api;

/// <summary>Everything that a hostname passes.</summary>
internal sealed record MapPathResource(string Hostname, HealthState State, string Way, IReadOnlyList<MapLegResource> Legs)
{
    public static MapPathResource Of(MapPath path) => new(path.Host, path.State, path.Way, [.. path.Legs.Select(MapLegResource.Of)]);
}
