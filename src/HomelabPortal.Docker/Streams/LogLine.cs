namespace HomelabPortal.Docker;

/// <summary>One line of a container's log, without its line end.</summary>
/// <param name="Stream">Where it was printed. The order between the two streams is not certain.</param>
/// <param name="Timestamp">When, cut to 100 ns; null when not asked for.</param>
/// <param name="Text">The text. Bytes that are not UTF-8 become U+FFFD. A line longer than a mebibyte comes in parts.</param>
public sealed record LogLine(LogStream Stream, DateTimeOffset? Timestamp, string Text);
