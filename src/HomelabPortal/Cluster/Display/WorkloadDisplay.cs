using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>The READY cells of workloads as kubectl shows them.</summary>
internal static class WorkloadDisplay
{
    public static int Desired(Deployment deployment) => deployment.Spec.Replicas ?? 1;

    public static int Desired(StatefulSet set) => set.Spec.Replicas ?? 1;

    public static string Ready(Deployment deployment) => $"{deployment.Status.ReadyReplicas}/{Desired(deployment)}";

    public static string Ready(StatefulSet set) => $"{set.Status.ReadyReplicas}/{Desired(set)}";

    public static string NodeSelector(DaemonSet set) =>
        set.Spec.Template.Spec.NodeSelector is { Count: > 0 } labels
            ? string.Join(',', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"))
            : "<none>";
}
