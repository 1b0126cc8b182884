using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>A line as the viewer shows it.</summary>
/// <param name="Raw">As it was written, where that is not what is shown; null otherwise.</param>
internal sealed record ReadableLine(StyledText Shown, LogLevel Level, StyledText? Raw)
{
    public static ReadableLine Of(PodLogLine line)
    {
        var plain = AnsiText.Parse(line.IsCut ? $"{line.Text} … (cut: {line.Length:N0} bytes)" : line.Text);
        return JsonLine.Parse(plain.Text) is { } json
            ? new(json.Text, json.Level == LogLevel.Unknown ? LogLevels.Of(json.Text.Text) : json.Level, plain)
            : new(plain, LogLevels.Of(plain.Text), null);
    }
}
