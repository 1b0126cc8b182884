using System.Collections.Immutable;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Pages;

/// <summary>Which acts the page of an object offers, the one that people need most first.</summary>
internal static class ActOffers
{
    public static ImmutableArray<ActOffer> OfWorkload(LiveValue<ClusterState> live, string kind, string ns, string name) => kind switch
    {
        "Deployment" => [Restart(live, kind, ns, name), Scale(live.Value, kind, ns, name), .. RollBack(live.Value, ns, name)],
        "StatefulSet" => [Restart(live, kind, ns, name), Scale(live.Value, kind, ns, name)],
        "DaemonSet" => [Restart(live, kind, ns, name)],
        "CronJob" when live.Value.CronJobs.Find(ns, name) is { } cron =>
        [
            Offer(live, new ActWish.RunCronJob(ns, name), "Run now", "play"),
            cron.Spec.Suspend ? Offer(live, new ActWish.SuspendCronJob(ns, name, false), "Resume", "play") : Offer(live, new ActWish.SuspendCronJob(ns, name, true), "Suspend", "pause"),
        ],
        _ => [],
    };

    /// <summary>Most people who look at a broken pod mean its workload.</summary>
    public static ImmutableArray<ActOffer> OfPod(LiveValue<ClusterState> live, Pod pod)
    {
        var (ns, name) = (pod.Metadata.Namespace, pod.Metadata.Name);
        var top = OwnerChain.Top(pod, live.Value);
        return
        [
            .. top.Kind is "Deployment" or "StatefulSet" or "DaemonSet" ? [Restart(live, top.Kind, ns, top.Name)] : Array.Empty<ActOffer>(),
            Offer(live, new ActWish.EvictPod(ns, name), "Evict this pod", "log-out"),
            Offer(live, new ActWish.DeletePod(ns, name), "Delete this pod", "trash-2") with { IsDangerous = true },
        ];
    }

    public static ImmutableArray<ActOffer> OfNode(LiveValue<ClusterState> live, Node node)
    {
        var name = node.Metadata.Name;
        return
        [
            node.Spec.Unschedulable ? Offer(live, new ActWish.CordonNode(name, false), $"Uncordon {name}", "play") : Offer(live, new ActWish.CordonNode(name, true), $"Cordon {name}", "pause"),
            new ActOffer(null, $"Drain {name}", "log-out") { Href = $"/cluster/nodes/{name}/drain" },
        ];
    }

    private static ActOffer Restart(LiveValue<ClusterState> live, string kind, string ns, string name) =>
        Offer(live, new ActWish.Restart(kind, ns, name), $"Restart {name}", "rotate-ccw");

    /// <summary>Its number is chosen in the dialog, so there is no plan to refuse yet.</summary>
    private static ActOffer Scale(ClusterState state, string kind, string ns, string name)
    {
        var wish = new ActWish.Scale(kind, ns, name, 0);
        return new ActOffer(wish with { Replicas = ScalePlans.ReplicasOf(state, wish) ?? 1 }, "Scale", "layers");
    }

    private static IEnumerable<ActOffer> RollBack(ClusterState state, string ns, string name)
    {
        if (state.Deployments.Find(ns, name) is not { } deployment)
            yield break;
        var earlier = Revisions.Of(state, deployment).FirstOrDefault(revision => !revision.IsCurrent);
        yield return new ActOffer(new ActWish.RollBack(ns, name, earlier?.Number ?? 0), "Roll back", "undo-2", earlier is null ? "Its history holds no earlier revision." : null);
    }

    /// <summary>What a tool would put back can still be opened: the dialog says what to change instead.</summary>
    private static ActOffer Offer(LiveValue<ClusterState> live, ActWish wish, string text, string icon) =>
        new(wish, text, icon, ActPlanner.Plan(live, wish) is { Reverter: null, Refusal: { } refusal } ? refusal : null);
}
