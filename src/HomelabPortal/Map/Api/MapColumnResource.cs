using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Api;

/// <summary>What requests reach at the same distance from where they begin.</summary>
internal sealed record MapColumnResource(MapPlace Place, string Title, IReadOnlyList<MapPanelResource> Panels)
{
    public static MapColumnResource Of(MapColumn column) => new(column.Place, column.Title, [.. column.Panels.Select(MapPanelResource.Of)]);
}
