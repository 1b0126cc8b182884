using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the pods that a Service selects. One that serves makes the worst of the others a weakness.
/// <code>
/// Pods cannot be read                          pod.unread         Unknown
/// what would make them is scaled to zero       pod.scaled.down    Broken
/// there is none                                pod.none           Broken
/// none serves, why the worst does not          see PodCodes       Broken, or Unknown when its node is silent
/// some do not                                  see PodCodes       Degraded
/// </code>
/// </summary>
internal static class PodHop
{
    private const int MostAddresses = 2;

    /// <param name="port">Where its pods listen.</param>
    public static (TraceHop Hop, IReadOnlyList<Pod> Pods) Of(Service service, int port, IReadOnlyList<EndpointRow> endpoints, TraceScene scene)
    {
        var ns = service.Metadata.Namespace;
        var list = Reproducers.List("pods", ns);
        var pods = SelectedPods.Of(service, scene.Cluster).Select(row => row.Key).Concat(endpoints.Where(row => row.Pod.Length > 0).Select(row => $"{row.Namespace}/{row.Pod}")).Distinct()
            .Select(key => scene.Cluster.Pods.Find(key)).OfType<Pod>().Where(pod => pod.Status.Phase != "Succeeded").ToList();
        if (Unseen.Kind(scene.Cluster.Pods, "pod.unread", "Pods", scene.Facts) is { } unread)
            return (new TraceHop(HopKind.Pod, "", null, "", list, [unread]), pods);
        if (pods.Count == 0)
            return (new TraceHop(HopKind.Pod, "", null, "", list, [None(service, scene, list)]), []);
        var judged = pods.Select(pod => new JudgedPod(pod, PodHealth.Judge(pod, PodDisplay.Cells(pod), scene.Now))).OrderByDescending(one => one.Verdict.State).ToList();
        var (worst, serving) = (judged[0], judged.Count(one => one.Serves));
        var hop = new TraceHop(
            HopKind.Pod, pods.Count == 1 ? worst.Name : Spoken.Count(pods.Count, "pod"), pods.Count == 1 ? worst.Href : ObjectHref.Of("Service", ns, service.Metadata.Name),
            pods.Count == 1 ? $"{worst.Name} runs and is ready." : $"{serving} of {pods.Count} pods run and are ready.", Reproducers.Describe("pod", ns, worst.Name), Hop.Found(Judge(worst, serving, scene)))
        {
            Addresses = [.. judged.Where(one => one.Pod.Status.PodIps.Count > 0).OrderByDescending(one => one.Serves).Take(MostAddresses).Select(one => new HopAddress(one.Pod.Status.PodIps[0].Ip, port))],
            Facts = [.. judged.Take(6).Select(one => new TraceFact(one.Verdict.Word, one.Name, one.Href)), .. worst.Verdict.NeedsSomeone ? [new TraceFact("Log", $"of {worst.Name}", $"{worst.Href}?tab=logs")] : Array.Empty<TraceFact>(), .. Warning(worst, scene)],
        };
        return (hop, pods);
    }

    private static TraceFinding? Judge(JudgedPod worst, int serving, TraceScene scene)
    {
        if (worst.Verdict is { State: HealthState.Healthy } || worst is { Serves: true, Verdict.NeedsSomeone: false })
            return null;
        var verdict = serving > 0 ? TraceVerdict.Degraded : worst.Verdict.State == HealthState.Unknown ? TraceVerdict.Unknown : TraceVerdict.Broken;
        return new TraceFinding(
            PodCodes.Of(worst.Pod, worst.Verdict), verdict, $"Pod {worst.Name}: {PodCodes.Words(worst.Pod, worst.Verdict)}", PodCodes.Remedy(worst.Pod, worst.Verdict),
            PodCodes.IsCrash(worst.Pod) ? Reproducers.Logs(worst.Pod.Metadata.Namespace, worst.Name) : Reproducers.Describe("pod", worst.Pod.Metadata.Namespace, worst.Name))
        {
            Since = worst.Verdict.Since,
            Fix = Fix(worst, scene),
        };
    }

    /// <summary>A restart is offered where it may help, and where the page can do it; an image that is not to be had stays so.</summary>
    private static TraceFix Fix(JudgedPod worst, TraceScene scene)
    {
        var owner = OwnerChain.Top(worst.Pod, scene.Cluster);
        if (ObjectHref.Of(owner.Kind, worst.Pod.Metadata.Namespace, owner.Name) is not { } href)
            return new TraceFix("See the pod", worst.Href);
        var mayHelp = owner.Kind is "Deployment" or "StatefulSet" or "DaemonSet" && PodCodes.IsMendedByRestart(worst.Pod, worst.Verdict);
        return mayHelp ? new TraceFix($"Restart {owner.Name}", $"{href}?ask=restart") : new TraceFix($"See {owner.Name}", href);
    }

    private static TraceFinding None(Service service, TraceScene scene, string command) => SelectedPods.MadeBy(service, scene.Cluster) switch
    {
        [] => Hop.Broken("pod.none", $"No pod answers for Service {service.Metadata.Key()}.", "Correct the selector of the Service, or start what should make its pods.", command),
        var made when made.All(one => one.Wanted == 0) => Hop.Broken("pod.scaled.down", $"{made[0].Name} is scaled to zero, so nothing answers.", $"Scale {made[0].Name} up.", command) with { Fix = Scale(service, made[0].Name) },
        var made => Hop.Broken("pod.none", $"{made[0].Name} should run {Spoken.Count(made[0].Wanted, "pod")}, but there is none.", $"Look at {made[0].Name}.", command) with { Fix = Scale(service, made[0].Name) },
    };

    private static TraceFix? Scale(Service service, string made) => made.Split(' ') is [var kind, var name] && ObjectHref.Of(kind, service.Metadata.Namespace, name) is { } href ? new TraceFix($"See {name}", href) : null;

    private static IEnumerable<TraceFact> Warning(JudgedPod worst, TraceScene scene) => scene.Cluster.Warnings.All
        .Where(one => one.InvolvedObject?.Name == worst.Name && one.InvolvedObject.Namespace == worst.Pod.Metadata.Namespace)
        .OrderByDescending(one => one.LastTimestamp).Take(1).Select(one => new TraceFact("Last warning", Spoken.Sentence($"{one.Reason}: {one.Message}", 160), $"{worst.Href}?tab=events"));
}
