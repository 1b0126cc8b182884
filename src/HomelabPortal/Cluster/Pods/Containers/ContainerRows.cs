using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>The containers of a pod in the order they start.</summary>
internal static class ContainerRows
{
    public static IReadOnlyList<ContainerRow> Of(Pod pod, ClusterMetrics metrics) =>
    [
        .. pod.Spec.InitContainers.Select(container => Row(container, pod, pod.Status.InitContainerStatuses, PodDisplay.IsSidecar(container) ? "sidecar" : "init", metrics)),
        .. pod.Spec.Containers.Select(container => Row(container, pod, pod.Status.ContainerStatuses, "", metrics)),
    ];

    private static ContainerRow Row(Container container, Pod pod, IReadOnlyList<ContainerStatus> statuses, string role, ClusterMetrics metrics)
    {
        if (statuses.FirstOrDefault(status => status.Name == container.Name) is not { } status)
            return new ContainerRow(container, role, HealthState.Unknown, "Not reported", "", 0, null, null, null);
        var last = status.LastState.Terminated;
        var (state, word, detail, since) = status.State switch
        {
            { Running: { } running } when status.Ready || role == "init" => (HealthState.Healthy, "Running", Before(container, last), running.StartedAt),
            { Running: { } running } => (HealthState.Progressing, "Not ready", Before(container, last), running.StartedAt),
            { Terminated: { ExitCode: 0 } done } => (role.Length > 0 ? HealthState.Healthy : HealthState.Off, "Completed", "", done.FinishedAt),
            { Terminated: { } ended } => (HealthState.Broken, PodDisplay.Reason(ended), LastEnd.Explain(ended, container), ended.FinishedAt),
            { Waiting: { Reason: "ContainerCreating" or "PodInitializing" or "" } waiting } =>
                (HealthState.Progressing, waiting.Reason.Length > 0 ? waiting.Reason : "Waiting", Spoken.Sentence(waiting.Message), null),
            { Waiting: { } waiting } => (HealthState.Broken, waiting.Reason, last is null ? Spoken.Sentence(waiting.Message) : LastEnd.Explain(last, container), last?.FinishedAt),
            _ => (HealthState.Progressing, "Waiting", "", (DateTimeOffset?)null),
        };
        return new ContainerRow(container, role, state, word, detail, status.RestartCount, last?.FinishedAt, since, metrics.Of(pod, container));
    }

    private static string Before(Container container, ContainerTerminated? last) => last is null ? "" : $"Last end: {LastEnd.Explain(last, container)}";
}
