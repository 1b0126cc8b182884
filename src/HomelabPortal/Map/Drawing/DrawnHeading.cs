namespace HomelabPortal.Map.Drawing;

/// <summary>The heading of a column, above its middle.</summary>
public sealed record DrawnHeading(string Text, int X, int Y);
