using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>The READY cells of workloads as kubectl shows them.</summary>
internal static class WorkloadDisplay
{
    public static int Desired(Deployment deployment) => deployment.Spec.Replicas ?? 1;

    public static int Desired(StatefulSet set) => set.Spec.Replicas ?? 1;

    public static string Ready(Deployment deployment) => $"{deployment.Status.ReadyReplicas}/{Desired(deployment)}";

    public static string Ready(StatefulSet set) => $"{set.Status.ReadyReplicas}/{Desired(set)}";

    /// <summary>kubectl shows the two numbers in columns of their own.</summary>
    public static string Ready(DaemonSet set) => $"{set.Status.NumberReady}/{set.Status.DesiredNumberScheduled}";

    public static int Desired(ReplicaSet set) => set.Spec.Replicas ?? 1;

    public static string NodeSelector(DaemonSet set) => Labels(set.Spec.Template.Spec.NodeSelector);

    public static string Containers(PodTemplate template) => string.Join(',', template.Spec.Containers.Select(container => container.Name));

    public static string Images(PodTemplate template) => string.Join(',', template.Spec.Containers.Select(container => container.Image));

    /// <summary>Labels as kubectl writes them; expressions follow in its notation.</summary>
    public static string Selector(LabelSelector selector) =>
        selector.MatchExpressions.Count == 0 ? Labels(selector.MatchLabels) : string.Join(',', selector.MatchLabels.Select(Label).Concat(selector.MatchExpressions.Select(Expression)));

    private static string Labels(CompactMap<string> labels) =>
        labels.Count == 0 ? "<none>" : string.Join(',', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(Label));

    private static string Label(KeyValuePair<string, string> label) => $"{label.Key}={label.Value}";

    private static string Expression(LabelRequirement requirement) => requirement.Operator switch
    {
        "In" => $"{requirement.Key} in ({string.Join(',', requirement.Values)})",
        "NotIn" => $"{requirement.Key} notin ({string.Join(',', requirement.Values)})",
        "Exists" => requirement.Key,
        _ => $"!{requirement.Key}",
    };
}
