namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>
/// Pure: whether a container that was just started proves that it serves, so that the one it replaces may go.
/// <code>
/// ended, or Docker starts it again and again      failed
/// has a check: healthy                            proved
/// has a check: unhealthy                          failed
/// has a check: starting                           waits, as long as the check itself allows
/// has none: ran for ten seconds without an end    proved
/// has none: not yet                               waits
/// </code>
/// </summary>
internal static class ServiceGate
{
    public static readonly TimeSpan Probation = TimeSpan.FromSeconds(10);

    internal enum Verdict
    {
        Waits,
        Proved,
        Failed,
    }

    public static Verdict Judge(LiveContainer container, DateTimeOffset? startedAt, DateTimeOffset now) => container switch
    {
        { IsOver: true } or { State: "restarting" } or { RestartCount: > 0 } => Verdict.Failed,
        { IsRunning: false } => Verdict.Waits,
        { Health: "healthy" } => Verdict.Proved,
        { Health: "unhealthy" } => Verdict.Failed,
        { Health: "starting" } => Verdict.Waits,
        // By the clock of the portal: that of the host may be another.
        _ => startedAt is { } since && now - since >= Probation ? Verdict.Proved : Verdict.Waits,
    };

    /// <summary>What keeps a container from serving although it should run, or null when it serves.</summary>
    public static string? WhyNotServing(LiveContainer container) => container switch
    {
        { State: "restarting" } => RunWords.Ended(container),
        { State: "paused" } => "Somebody paused it. Restart it, or let it go on with docker unpause.",
        { State: "removing" } => "It is being removed.",
        { IsRunning: true, Health: "unhealthy" } => "It runs, and its check says that it does not serve. Its log may say why.",
        { IsRunning: true, Health: "starting" } => "It runs, and its check has not passed yet.",
        _ => null,
    };

    public static string Why(LiveContainer container) => container switch
    {
        { IsRunning: true, Health: "unhealthy" } => "its check said that it does not serve",
        { IsRunning: true } => $"it ended and was started again {container.RestartCount} times",
        { Error: { Length: > 0 } error } => $"it did not start: {error}",
        _ => $"it ended with code {container.ExitCode}",
    };
}
