using HomelabPortal.Platform;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>Where requests begin.</summary>
internal static class OriginPanels
{
    public static ValueList<MapPanel> All { get; } =
    [
        new MapPanel(new MapThing(MapIds.Internet, MapKind.Internet, "Internet", null, "Everybody outside the house.", "/hostnames?show=internet"), []),
        new MapPanel(new MapThing(MapIds.House, MapKind.House, "House", null, "Everybody in the house's own network.", "/hostnames"), []),
    ];
}
