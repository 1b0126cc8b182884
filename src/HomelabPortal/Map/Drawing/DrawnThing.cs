using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>A thing in its place.</summary>
/// <param name="Text">The name as it fits; empty for a square.</param>
/// <param name="Tail">The end of a name that says little, drawn faintly: ".cowlab.org".</param>
/// <param name="Paths">The numbers of the paths that pass it.</param>
public sealed record DrawnThing(MapThing Thing, Box Place, string Text, string Tail, ValueList<int> Paths)
{
    public bool IsSquare => Text.Length == 0;
}
