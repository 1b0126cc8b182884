namespace HomelabPortal.Simulator.Docker;

/// <summary>The words of a container list: "Up 2 hours (healthy)", "Exited (1) 5 minutes ago".</summary>
internal static class StatusText
{
    public static string Of(SimulatedContainer container, DateTimeOffset now) => container.Status switch
    {
        ContainerStatus.Running => $"Up {Duration(now - container.StartedAt)}{Health(container.Health)}",
        ContainerStatus.Paused => $"Up {Duration(now - container.StartedAt)} (Paused)",
        ContainerStatus.Restarting => $"Restarting ({container.ExitCode}) {Duration(now - container.FinishedAt)} ago",
        ContainerStatus.Exited => $"Exited ({container.ExitCode}) {Duration(now - container.FinishedAt)} ago",
        _ => "Created",
    };

    private static string Health(string? health) => health switch
    {
        null => "",
        "starting" => " (health: starting)",
        _ => $" ({health})",
    };

    private static string Duration(TimeSpan? span)
    {
        var time = span ?? TimeSpan.Zero;
        return time.TotalSeconds switch
        {
            < 1 => "Less than a second",
            < 2 => "1 second",
            < 60 => $"{(int)time.TotalSeconds} seconds",
            < 120 => "About a minute",
            < 3600 => $"{(int)time.TotalMinutes} minutes",
            < 7200 => "About an hour",
            < 48 * 3600 => $"{(int)time.TotalHours} hours",
            < 14 * 86_400 => $"{(int)time.TotalDays} days",
            < 60 * 86_400 => $"{(int)(time.TotalDays / 7)} weeks",
            _ => $"{(int)(time.TotalDays / 30)} months",
        };
    }
}
