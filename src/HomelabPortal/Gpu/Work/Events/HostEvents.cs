using System.Globalization;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>
/// Pure: what an engine reports, in words; null for what nobody needs to read.
/// <list type="table">
/// <item><term>die with 0 or 143</term><description>ended, as when it is stopped</description></item>
/// <item><term>die with another code</term><description>ended with it</description></item>
/// <item><term>oom</term><description>its memory ran out</description></item>
/// <item><term>health_status: …</term><description>healthy, unhealthy</description></item>
/// <item><term>create, start, destroy, rename, pause, unpause, update</term><description>that</description></item>
/// <item><term>exec_*, kill, stop, restart, and all of the portal's probe</term><description>null: noise, or said by the others</description></item>
/// </list>
/// </summary>
internal static class HostEvents
{
    private const string Health = "health_status";
    private const int Asked = 143;

    public static HostEvent? Of(string host, DockerEvent happened)
    {
        var facts = happened.Actor?.Attributes;
        if (happened.Actor?.Id is not { Length: > 0 } id || facts?.GetValueOrDefault(GpuProbeSpec.RoleLabel) == GpuProbeSpec.Role)
            return null;
        return Words(happened.Action ?? "", facts) is var (what, state)
            ? new HostEvent(host, happened.At, id, VisibleText.Of(facts?.GetValueOrDefault("name") ?? id[..Math.Min(12, id.Length)]), what, state, happened.TimeNanoseconds)
            : null;
    }

    private static (string What, HealthState State)? Words(string action, IReadOnlyDictionary<string, string>? facts) => action switch
    {
        "die" => Died(facts?.GetValueOrDefault("exitCode")),
        "oom" => ("Its memory ran out", HealthState.Broken),
        "start" => ("Started", HealthState.Healthy),
        "create" => ("Made", HealthState.Off),
        "destroy" => ("Removed", HealthState.Off),
        "pause" => ("Paused", HealthState.Off),
        "unpause" => ("Goes on after a pause", HealthState.Healthy),
        "update" => ("Its limits were changed", HealthState.Off),
        "rename" => (facts?.GetValueOrDefault("oldName") is { Length: > 0 } old ? $"Renamed, from {VisibleText.Of(old.TrimStart('/'))}" : "Renamed", HealthState.Off),
        _ when action.StartsWith(Health, StringComparison.Ordinal) => OfHealth(action[Health.Length..].Trim(':', ' ')),
        _ => null,
    };

    private static (string What, HealthState State) Died(string? code) =>
        !int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exit) ? ("Ended", HealthState.Off)
        : exit is 0 or Asked ? ("Ended", HealthState.Off)
        : ($"Ended with exit code {exit}", HealthState.Degraded);

    private static (string What, HealthState State)? OfHealth(string word) => word switch
    {
        "healthy" => ("Healthy", HealthState.Healthy),
        "unhealthy" => ("Unhealthy: its check fails", HealthState.Broken),
        _ => null,
    };
}
