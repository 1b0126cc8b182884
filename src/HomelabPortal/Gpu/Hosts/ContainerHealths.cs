using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Hosts;

/// <summary>
/// How a container is doing, from the engine's words.
/// <list type="table">
/// <item><term>running, and its check says unhealthy</term><description>broken</description></item>
/// <item><term>running, and its check has not passed yet</term><description>progressing</description></item>
/// <item><term>running</term><description>healthy</description></item>
/// <item><term>restarting, dead</term><description>broken</description></item>
/// <item><term>exited with another code than 0</term><description>degraded: it may have been stopped on purpose</description></item>
/// <item><term>exited with 0, created, paused</term><description>off</description></item>
/// </list>
/// </summary>
internal static class ContainerHealths
{
    public static HealthState Of(DockerContainer container) => container.State switch
    {
        "running" when container.Status.Contains("(unhealthy)", StringComparison.Ordinal) => HealthState.Broken,
        "running" when container.Status.Contains("(health: starting)", StringComparison.Ordinal) => HealthState.Progressing,
        "running" => HealthState.Healthy,
        "restarting" or "dead" => HealthState.Broken,
        "exited" => container.Status.StartsWith("Exited (0)", StringComparison.Ordinal) ? HealthState.Off : HealthState.Degraded,
        "created" or "paused" => HealthState.Off,
        "removing" => HealthState.Progressing,
        _ => HealthState.Unknown,
    };

    public static string Word(DockerContainer container) => Of(container) switch
    {
        HealthState.Broken when container.State == "running" => "Unhealthy",
        HealthState.Progressing when container.State == "running" => "Starting",
        HealthState.Degraded => "Failed",
        _ when container.State.Length > 0 => char.ToUpperInvariant(container.State[0]) + container.State[1..],
        _ => "Unknown",
    };
}
