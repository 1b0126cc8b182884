namespace HomelabPortal.Kubernetes;

/// <summary>Ages as kubectl prints them (k8s.io/apimachinery <c>duration.HumanDuration</c>).</summary>
public static class HumanDuration
{
    /// <summary>The age of something that began at <paramref name="since"/>, or "&lt;unknown&gt;" when that is not known.</summary>
    public static string Age(DateTimeOffset? since, DateTimeOffset now) => since is { } start ? Format(now - start) : "<unknown>";

    /// <summary>At most two units, fewer as the span grows; up to a second below zero is clock drift, more is "&lt;invalid&gt;".</summary>
    public static string Format(TimeSpan span)
    {
        var seconds = (long)Math.Truncate(span.TotalSeconds);
        return seconds switch
        {
            < -1 => "<invalid>",
            < 0 => "0s",
            < 60 * 2 => $"{seconds}s",
            < 60 * 10 => Two(seconds / 60, "m", seconds % 60, "s"),
            < 60 * 60 * 3 => $"{seconds / 60}m",
            < 60 * 60 * 8 => Two(seconds / 3600, "h", seconds / 60 % 60, "m"),
            < 60 * 60 * 48 => $"{seconds / 3600}h",
            < 60 * 60 * 24 * 8 => Two(seconds / 86400, "d", seconds / 3600 % 24, "h"),
            < 60L * 60 * 24 * 365 * 2 => $"{seconds / 86400}d",
            < 60L * 60 * 24 * 365 * 8 => Two(seconds / 86400 / 365, "y", seconds / 86400 % 365, "d"),
            _ => $"{seconds / 86400 / 365}y",
        };
    }

    private static string Two(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
