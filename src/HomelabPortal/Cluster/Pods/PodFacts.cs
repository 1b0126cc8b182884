using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Facts;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods;

/// <summary>What a pod is and where.</summary>
internal static class PodFacts
{
    public static IReadOnlyList<Fact> Of(Pod pod, ClusterState state) => Fact.List(
        new Fact("Node", [pod.Spec.NodeName.Length > 0 ? new FactPart(pod.Spec.NodeName, ObjectHref.Of("Node", "", pod.Spec.NodeName)) : new FactPart("none yet")]),
        Fact.IfAny("Would go to", pod.Spec.NodeName.Length == 0 ? pod.Status.NominatedNodeName : null),
        Owner(pod, state),
        new Fact("Address", [new FactPart(pod.Status.PodIps.Count > 0 ? string.Join(", ", pod.Status.PodIps.Select(ip => ip.Ip)) : PodDisplay.Ip(pod) is var ip and not "<none>" ? ip : "none yet", IsCode: true)]),
        Fact.IfAny("Uses", state.Metrics.Pods.TryGetValue(pod.Metadata.Key(), out var used) ? $"{Amounts.Cores(used.Cpu)} cores, {Amounts.Bytes(used.Memory)}" : null),
        new Fact("Reserves", PodRequests.Of(pod) is { Cpu: > 0 } or { Memory: > 0 } ? $"{Amounts.Cores(PodRequests.Of(pod).Cpu)} cores, {Amounts.Bytes(PodRequests.Of(pod).Memory)}" : "nothing"),
        Fact.IfAny("Service class", Quality(pod.Status.QosClass)),
        Fact.IfAny("Priority", pod.Spec.PriorityClassName),
        Fact.IfAny("Readiness gates", pod.Spec.ReadinessGates.Count > 0 ? PodDisplay.ReadinessGates(pod) + " met" : null),
        new Fact("Restart policy", pod.Spec.RestartPolicy switch { "Never" => "never", "OnFailure" => "when a container fails", _ => "always" }),
        Fact.IfAny("Created", pod.Metadata.CreationTimestamp));

    private static Fact Owner(Pod pod, ClusterState state) => OwnerChain.Of(pod.Metadata, state) is { Count: > 0 } owners
        ? new Fact("Made by", [.. owners.Select(owner => new FactPart($"{owner.Kind} {owner.Name}", ObjectHref.Of(owner.Kind, pod.Metadata.Namespace, owner.Name)))])
        : new Fact("Made by", "nobody: it is not made again when it goes");

    private static string? Quality(string name) => name switch
    {
        "Guaranteed" => "Guaranteed: the last to be evicted",
        "Burstable" => "Burstable: evicted when it uses more than it reserves",
        "BestEffort" => "BestEffort: the first to be evicted",
        _ => name,
    };
}
