using HomelabPortal.Platform;

namespace HomelabPortal.Map.Drawing;

/// <summary>A line between two places.</summary>
/// <param name="Shape">What an SVG path calls it.</param>
/// <param name="IsCut">Nothing that takes it gets through.</param>
/// <param name="Paths">The numbers of the paths that take it; none for what hangs together without a hostname.</param>
public sealed record DrawnLine(string Key, string Shape, bool IsCut, ValueList<int> Paths);
