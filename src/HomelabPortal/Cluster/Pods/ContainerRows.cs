using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>The containers of a pod in the order they start.</summary>
internal static class ContainerRows
{
    public static IReadOnlyList<ContainerRow> Of(Pod pod) =>
    [
        .. pod.Spec.InitContainers.Select(container => Row(container, pod.Status.InitContainerStatuses, PodDisplay.IsSidecar(container) ? "sidecar" : "init")),
        .. pod.Spec.Containers.Select(container => Row(container, pod.Status.ContainerStatuses, "")),
    ];

    private static ContainerRow Row(Container container, IReadOnlyList<ContainerStatus> statuses, string role)
    {
        if (statuses.FirstOrDefault(status => status.Name == container.Name) is not { } status)
            return new ContainerRow(container.Name, container.Image, role, HealthState.Unknown, "Not reported", "", 0, null, null);
        var last = status.LastState.Terminated;
        var (state, word, detail, since) = status.State switch
        {
            { Running: { } running } when status.Ready || role == "init" => (HealthState.Healthy, "Running", Before(last), running.StartedAt),
            { Running: { } running } => (HealthState.Progressing, "Not ready", Before(last), running.StartedAt),
            { Terminated: { ExitCode: 0 } done } => (role.Length > 0 ? HealthState.Healthy : HealthState.Off, "Completed", "", done.FinishedAt),
            { Terminated: { } ended } => (HealthState.Broken, PodDisplay.Reason(ended), PodFault.End(ended) + Message(ended), ended.FinishedAt),
            { Waiting: { Reason: "ContainerCreating" or "PodInitializing" or "" } waiting } =>
                (HealthState.Progressing, waiting.Reason.Length > 0 ? waiting.Reason : "Waiting", Spoken.Sentence(waiting.Message), null),
            { Waiting: { } waiting } => (HealthState.Broken, waiting.Reason, last is null ? Spoken.Sentence(waiting.Message) : PodFault.End(last) + Message(last), last?.FinishedAt),
            _ => (HealthState.Progressing, "Waiting", "", (DateTimeOffset?)null),
        };
        return new ContainerRow(container.Name, container.Image, role, state, word, detail, status.RestartCount, last?.FinishedAt, since);
    }

    private static string Before(ContainerTerminated? last) => last is null ? "" : $"Ended before: {PodFault.End(last)}{Message(last)}";

    private static string Message(ContainerTerminated ended) => ended.Message.Length > 0 ? ". " + Spoken.Sentence(ended.Message, 160) : ".";
}
