namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>A part of a line that looks different.</summary>
/// <param name="Style">Names of the viewer's own classes, such as "f1 b"; never text of the log.</param>
internal readonly record struct TextSpan(int Start, int Length, string Style);
