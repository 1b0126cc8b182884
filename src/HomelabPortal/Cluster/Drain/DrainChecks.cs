using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>
/// What a drain costs.
/// <list type="table">
/// <item>volume.last-replica: the only healthy copy of a volume is here → loss</item>
/// <item>pod.unmanaged, pod.scratch: pods or files that do not come back → loss</item>
/// <item>budget.holds: a disruption budget allows fewer evictions than there are pods here → holds</item>
/// <item>budget.twice: two budgets select a pod, which the API server refuses to evict → holds</item>
/// <item>nodes.none: no other node takes pods → interrupts</item>
/// <item>app.single: the only replica of a workload → interrupts</item>
/// <item>address.moves: the API server's shared address is here → interrupts</item>
/// <item>portal.moves: the portal runs here → interrupts</item>
/// <item>control-plane.only: no other control plane node → interrupts</item>
/// <item>volumes.unknown, budgets.unknown, address.unknown: cannot be seen → unknown</item>
/// </list>
/// </summary>
internal static class DrainChecks
{
    public static IReadOnlyList<DrainFinding> Find(ClusterState state, Node node, IReadOnlyList<Pod> here, IReadOnlyList<DrainPod> pods, DrainFacts facts)
    {
        var leaving = pods.Where(pod => pod.MustGo && pod.Fate != DrainFate.Finished).ToDictionary(pod => pod.Uid);
        var moving = here.Where(pod => leaving.ContainsKey(pod.Metadata.Uid)).ToList();
        return
        [
            .. Volumes(state, node),
            .. Pods(pods),
            .. BudgetChecks.Find(state, moving),
            .. SingleReplicas(state, moving),
            .. Nodes(state, node, moving.Count),
            .. Address(node, facts),
            .. Portal(pods, facts),
        ];
    }

    private static IEnumerable<DrainFinding> Volumes(ClusterState state, Node node)
    {
        foreach (var last in LastReplicas.On(node.Metadata.Name, state))
        {
            var name = last.Namespace.Length > 0 ? $"{last.Namespace}/{last.Name}" : last.Name;
            yield return new("volume.last-replica", DrainWeight.Loss, $"{last.Sentence} While that node is away its data is out of reach, and if the node is lost, so is the data.", new DrainSubject(name, last.Href));
        }

        if (!LastReplicas.IsKnown(state))
            yield return new("volumes.unknown", DrainWeight.Unknown, "The portal cannot see volumes and their replicas now, so it cannot say whether one would lose its last copy.");
    }

    private static IEnumerable<DrainFinding> Pods(IReadOnlyList<DrainPod> pods)
    {
        var lost = pods.Where(pod => pod.Fate == DrainFate.IsGoneForGood).Select(Subject).ToList();
        if (lost.Count > 0)
            yield return new("pod.unmanaged", DrainWeight.Loss, $"{Spoken.Count(lost.Count, "pod")} that nothing makes again {(lost.Count == 1 ? "is" : "are")} gone for good.", lost);
        var scratch = pods.Where(pod => pod.LosesScratch).Select(Subject).ToList();
        if (scratch.Count > 0)
            yield return new("pod.scratch", DrainWeight.Loss, $"{Spoken.Count(scratch.Count, "pod")} {(scratch.Count == 1 ? "loses" : "lose")} the files in emptyDir volumes.", scratch);
    }

    private static DrainSubject Subject(DrainPod pod) => new(pod.Key, ObjectHref.Of("Pod", pod.Namespace, pod.Name));

    private static IEnumerable<DrainFinding> SingleReplicas(ClusterState state, IEnumerable<Pod> moving)
    {
        var single = moving
            .Select(pod => (pod.Metadata.Namespace, Top: OwnerChain.Top(pod, state)))
            .Where(pod => DesiredReplicas(state, pod.Namespace, pod.Top) == 1)
            .Select(pod => new DrainSubject($"{pod.Namespace}/{pod.Top.Name}", ObjectHref.Of(pod.Top.Kind, pod.Namespace, pod.Top.Name)))
            .Distinct().OrderBy(subject => subject.Name, StringComparer.Ordinal).ToList();
        if (single.Count > 0)
            yield return new("app.single", DrainWeight.Interrupts, $"{(single.Count == 1 ? "One program runs" : $"{single.Count} programs run")} only once and {(single.Count == 1 ? "is" : "are")} away until started on another node.", single);
    }

    private static int? DesiredReplicas(ClusterState state, string ns, OwnerLink owner) => owner.Kind switch
    {
        "Deployment" when state.Deployments.Find(ns, owner.Name) is { } deployment => WorkloadDisplay.Desired(deployment),
        "StatefulSet" when state.StatefulSets.Find(ns, owner.Name) is { } set => WorkloadDisplay.Desired(set),
        _ => null,
    };

    private static IEnumerable<DrainFinding> Nodes(ClusterState state, Node node, int moving)
    {
        var others = state.Nodes.All.Where(other => other.Metadata.Name != node.Metadata.Name).ToList();
        if (moving > 0 && !others.Any(other => !other.Spec.Unschedulable && other.Status.Conditions.IsTrue("Ready")))
            yield return new("nodes.none", DrainWeight.Interrupts, $"No other node takes pods: {Spoken.Count(moving, "pod")} will wait until one does.");
        if (IsControlPlane(node) && !others.Any(IsControlPlane))
            yield return new("control-plane.only", DrainWeight.Interrupts, $"{node.Metadata.Name} is the only control plane node. A drain leaves the API server running, but stopping the node afterwards stops the cluster.");
    }

    private static bool IsControlPlane(Node node) => NodeDisplay.Roles(node).Split(',').Any(role => role is "control-plane" or "master");

    private static IEnumerable<DrainFinding> Address(Node node, DrainFacts facts)
    {
        if (!facts.IsAddressKnown)
            yield return new("address.unknown", DrainWeight.Unknown, "The portal cannot see which node holds the API server's shared address.");
        else if (facts.AddressHolder == node.Metadata.Name)
            yield return new("address.moves", DrainWeight.Interrupts, $"{node.Metadata.Name} holds the API server's shared address. When the node goes down another one takes it over; connections break for some seconds.");
    }

    private static IEnumerable<DrainFinding> Portal(IReadOnlyList<DrainPod> pods, DrainFacts facts)
    {
        if (pods.FirstOrDefault(pod => pod.Key == facts.PortalPod && pod.MustGo) is { } portal)
            yield return new("portal.moves", DrainWeight.Interrupts, "The portal itself runs here. It is evicted last, and this page comes back when the portal runs on another node.", Subject(portal));
    }
}
