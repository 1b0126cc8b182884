using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>A panel in its place.</summary>
/// <param name="Title">Its name as it fits.</param>
/// <param name="Paths">The numbers of the paths that pass it or anything in it.</param>
public sealed record DrawnPanel(MapPanel Panel, Box Place, PanelForm Form, string Title, ValueList<DrawnThing> Things, ValueList<int> Paths)
{
    /// <summary>One thing that stands alone, drawn larger.</summary>
    public bool IsStation => Panel.Things.Count == 0;
}
