using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>The map with everything in its place.</summary>
/// <param name="Ways">The way of each path in words, by its number.</param>
public sealed record MapDrawing(int Width, int Height, ValueList<DrawnHeading> Headings, ValueList<DrawnPanel> Panels, ValueList<DrawnLine> Lines, ValueList<MapPath> Ways)
{
    public IEnumerable<DrawnThing> Things => Panels.SelectMany(panel => panel.Things);
}
