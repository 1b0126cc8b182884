using HomelabPortal.Platform;

namespace HomelabPortal.Map.Reading;

/// <summary>What requests reach at the same distance from where they begin.</summary>
public sealed record MapColumn(MapPlace Place, ValueList<MapPanel> Panels)
{
    public string Title => Place.Title();
}
