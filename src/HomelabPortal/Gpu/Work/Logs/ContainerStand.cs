using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;
using DockerContainerState = HomelabPortal.Docker.ContainerState;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>How far a container has come.</summary>
/// <param name="StartedAt">Of its latest run; null when it never ran.</param>
/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="How">How its latest run ended; null while it runs.</param>
internal sealed record ContainerStand(bool IsRunning, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, ContainerTerminated? How)
{
    public static ContainerStand Of(DockerContainerState? state)
    {
        var isRunning = state?.Running == true;
        return new ContainerStand(
            isRunning,
            state?.StartedAt is { Year: > 1 } started ? started : null,
            isRunning ? null : state?.FinishedAt,
            isRunning || state is null ? null : new ContainerTerminated { ExitCode = state.ExitCode, Reason = state.WasOutOfMemory ? "out of memory" : "" });
    }
}
