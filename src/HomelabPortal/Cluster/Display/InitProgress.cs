using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>How far a pod's init containers are; sidecars are counted apart because they outlive the others.</summary>
/// <param name="Reason">What holds the pod up, or null when all init containers are done.</param>
internal readonly record struct InitProgress(
    string? Reason, int Ready, int Restarts, DateTimeOffset? LastRestart, int SidecarRestarts, DateTimeOffset? LastSidecarRestart)
{
    public bool Initializing => Reason is not null;

    public static InitProgress Of(Pod pod)
    {
        var progress = default(InitProgress);
        var statuses = pod.Status.InitContainerStatuses;
        for (var index = 0; index < statuses.Count; index++)
        {
            var status = statuses[index];
            var sidecar = pod.Spec.InitContainers.Any(container => container.Name == status.Name && PodDisplay.IsSidecar(container));
            progress = progress.Count(status, sidecar);
            if (status.State.Terminated is { ExitCode: 0 })
                continue;
            if (!sidecar || status.Started != true)
                return progress with { Reason = HeldUpBy(status.State, index, pod.Spec.InitContainers.Count) };
            if (status.Ready)
                progress = progress with { Ready = progress.Ready + 1 };
        }

        return progress;
    }

    private InitProgress Count(ContainerStatus status, bool sidecar)
    {
        var ended = status.LastState.Terminated?.FinishedAt;
        var counted = this with { Restarts = Restarts + status.RestartCount, LastRestart = PodDisplay.Later(LastRestart, ended) };
        return !sidecar ? counted : counted with
        {
            SidecarRestarts = SidecarRestarts + status.RestartCount,
            LastSidecarRestart = PodDisplay.Later(LastSidecarRestart, ended),
        };
    }

    private static string HeldUpBy(ContainerState state, int index, int count) => state switch
    {
        { Terminated: { } ended } => "Init:" + PodDisplay.Reason(ended),
        { Waiting.Reason: not ("" or "PodInitializing") } => "Init:" + state.Waiting.Reason,
        _ => $"Init:{index}/{count}",
    };
}
