using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Facts;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>How many replicas there are, how a new version reaches them, and how far that is.</summary>
internal static class RolloutFacts
{
    private const string Over = "Done: every replica has the latest version.";

    public static IReadOnlyList<Fact> Of(Deployment item) => Fact.List(
        new Fact("Replicas", Replicas(WorkloadDisplay.Desired(item), item.Status.ReadyReplicas, item.Status.UpdatedReplicas, item.Status.AvailableReplicas)),
        new Fact("Rollout", item.Spec.Paused ? "Paused: changes of the template wait." : RolloutStatus.Of(item) ?? Over),
        new Fact("Strategy", item.Spec.Strategy.Type == "Recreate" ? "Recreate: old pods stop before new ones start" : $"Rolling update{Pace(item.Spec.Strategy.RollingUpdate)}"),
        Revision(item.Metadata),
        Selector(item.Spec.Selector));

    public static IReadOnlyList<Fact> Of(StatefulSet item) => Fact.List(
        new Fact("Replicas", Replicas(WorkloadDisplay.Desired(item), item.Status.ReadyReplicas, item.Status.UpdatedReplicas, item.Status.AvailableReplicas)),
        new Fact("Rollout", IsByHand(item.Spec.UpdateStrategy) ?? RolloutStatus.Of(item) ?? Over),
        new Fact("Strategy", StatefulStrategy(item.Spec.UpdateStrategy)),
        item.Spec.ServiceName.Length == 0 ? null : new Fact("Names its pods by", [new FactPart($"Service {item.Spec.ServiceName}", ObjectHref.Of("Service", item.Metadata.Namespace, item.Spec.ServiceName))]),
        Fact.IfAny("Revision", item.Status.UpdateRevision),
        Selector(item.Spec.Selector));

    public static IReadOnlyList<Fact> Of(DaemonSet item) => Fact.List(
        new Fact("Nodes", $"{item.Status.DesiredNumberScheduled} wanted, {item.Status.CurrentNumberScheduled} with a pod, {item.Status.NumberReady} ready, {item.Status.UpdatedNumberScheduled} up to date, {item.Status.NumberAvailable} available"),
        new Fact("Rollout", IsByHand(item.Spec.UpdateStrategy) ?? RolloutStatus.Of(item) ?? "Done: every node has the latest version."),
        new Fact("Strategy", item.Spec.UpdateStrategy.Type == "OnDelete" ? "By hand" : $"Rolling update{Pace(item.Spec.UpdateStrategy.RollingUpdate)}"),
        Selector(item.Spec.Selector));

    private static string Replicas(int wanted, int ready, int updated, int available) => $"{wanted} wanted, {ready} ready, {updated} up to date, {available} available";

    private static string? IsByHand(UpdateStrategy strategy) => strategy.Type == "OnDelete" ? "Not followed: a pod gets the new version when it is deleted." : null;

    private static string StatefulStrategy(UpdateStrategy strategy) => (strategy.Type, strategy.RollingUpdate?.Partition) switch
    {
        ("OnDelete", _) => "By hand",
        (_, > 0 and var partition) => $"Rolling update, from pod {partition} on",
        _ => "Rolling update, one pod after the other, the last one first",
    };

    private static string Pace(RollingUpdate? update) => update switch
    {
        { MaxSurge: { } more, MaxUnavailable: { } fewer } => $": at most {more} more and {fewer} fewer pods at a time",
        { MaxUnavailable: { } fewer } => $": at most {fewer} fewer pods at a time",
        { MaxSurge: { } more } => $": at most {more} more pods at a time",
        _ => "",
    };

    private static Fact? Revision(ObjectMeta item) => Fact.IfAny("Revision", item.Annotations.GetValueOrDefault(RevisionRow.Annotation));

    private static Fact Selector(LabelSelector selector) => new("Selects", [new FactPart(WorkloadDisplay.Selector(selector), IsCode: true)]);
}
