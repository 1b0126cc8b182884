using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>
/// Says of a pod what kubectl says (Kubernetes <c>printPod</c>).
/// The phase alone is misleading: a crash-looping pod's phase is Running.
/// </summary>
internal static class PodDisplay
{
    public static PodCells Cells(Pod pod)
    {
        var total = pod.Spec.Containers.Count + pod.Spec.InitContainers.Count(IsSidecar);
        var init = InitProgress.Of(pod);
        var status = init.Reason ?? Reason(pod.Status);
        var (ready, restarts, last) = (init.Ready, init.Restarts, init.LastRestart);
        if (!init.Initializing || pod.Status.Conditions.IsTrue("Initialized"))
        {
            var main = MainProgress.Of(pod.Status, status);
            (status, ready) = (main.Reason, ready + main.Ready);
            restarts = init.SidecarRestarts + main.Restarts;
            last = Later(init.LastSidecarRestart, main.LastRestart);
        }

        return new PodCells(WhileDeleted(pod, status), ready, total, restarts, last);
    }

    public static string Ip(Pod pod) =>
        pod.Status.PodIps is [var first, ..] ? first.Ip : pod.Status.PodIp.Length > 0 ? pod.Status.PodIp : "<none>";

    public static string Node(Pod pod) => pod.Spec.NodeName.Length > 0 ? pod.Spec.NodeName : "<none>";

    public static string NominatedNode(Pod pod) => pod.Status.NominatedNodeName.Length > 0 ? pod.Status.NominatedNodeName : "<none>";

    public static string ReadinessGates(Pod pod)
    {
        var gates = pod.Spec.ReadinessGates;
        var met = gates.Count(gate => pod.Status.Conditions.IsTrue(gate.ConditionType));
        return gates.Count == 0 ? "<none>" : $"{met}/{gates.Count}";
    }

    /// <summary>An init container that keeps running beside the others.</summary>
    public static bool IsSidecar(Container container) => container.RestartPolicy == "Always";

    internal static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right > left ? right : left;

    internal static string Reason(ContainerTerminated ended) => ended switch
    {
        { Reason.Length: > 0 } => ended.Reason,
        { Signal: not 0 } => $"Signal:{ended.Signal}",
        _ => $"ExitCode:{ended.ExitCode}",
    };

    private static string Reason(PodStatus status) =>
        status.Conditions.Any(condition => condition is { Type: "PodScheduled", Reason: "SchedulingGated" }) ? "SchedulingGated"
        : status.Reason.Length > 0 ? status.Reason
        : status.Phase;

    private static string WhileDeleted(Pod pod, string status) => pod switch
    {
        { Metadata.DeletionTimestamp: null } => status,
        { Status.Reason: "NodeLost" } => "Unknown",
        { Status.Phase: "Succeeded" or "Failed" } => status,
        _ => "Terminating",
    };
}
