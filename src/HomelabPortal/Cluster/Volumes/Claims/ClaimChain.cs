using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Volumes.Persistent;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>The stations from the pods to what holds the data; the replicas follow the last one.</summary>
internal static class ClaimChain
{
    public static IReadOnlyList<ChainLink> Of(ClaimView view, ClusterState state, DateTimeOffset now)
    {
        var links = new List<ChainLink> { Pods(view, now), Claim(view) };
        if (view.Persistent is { } persistent)
        {
            var verdict = PersistentVolumeRows.Judge(persistent);
            links.Add(new ChainLink("PersistentVolume", persistent.Metadata.Name, null, verdict.State, verdict.Word, $"{persistent.Spec.PersistentVolumeReclaimPolicy} when released"));
        }
        else
        {
            links.Add(new ChainLink("PersistentVolume", "None yet", null, null, "", view.Claim.Spec.VolumeName.Length > 0 ? $"{view.Claim.Spec.VolumeName} is not there" : "Nothing is bound to the claim"));
        }

        if (view.Volume is { } volume)
            links.Add(new ChainLink("Longhorn volume", volume.Name, null, volume.Verdict.State, volume.Verdict.Word, Attached(volume)));
        else if (view.Persistent is { } kept && PersistentVolumeRows.Backing(kept, state) is { Name.Length: > 0 } backing)
            links.Add(new ChainLink("Data", backing.Name, PinnedVolumes.NodeOf(kept, state) is { } node ? ObjectHref.Of("Node", "", node) : null, null, "", backing.Path.Length > 0 ? backing.Path : "Its driver tells no more"));
        return links;
    }

    private static ChainLink Pods(ClaimView view, DateTimeOffset now) => view.Pods switch
    {
        [] => new ChainLink("Used by", "No pod", null, HealthState.Off, "Not mounted", ""),
        [var only] => new ChainLink("Pod", only.Metadata.Name, ObjectHref.Of("Pod", only.Metadata.Namespace, only.Metadata.Name), Judge(only, now).State, Judge(only, now).Word, only.Spec.NodeName.Length > 0 ? $"on {only.Spec.NodeName}" : "not placed"),
        _ => new ChainLink("Used by", Spoken.Count(view.Pods.Count, "pod"), null, view.Pods.Max(pod => Judge(pod, now).State), "", $"on {string.Join(", ", view.Pods.Select(pod => pod.Spec.NodeName).Where(node => node.Length > 0).Distinct())}"),
    };

    private static ChainLink Claim(ClaimView view)
    {
        var bound = view.Claim.Status.Phase == "Bound" ? HealthState.Healthy : view.Verdict.State;
        return new ChainLink("Claim", view.Row.Name, null, bound, ClaimDisplay.Status(view.Claim), view.Row.Capacity is { } bytes ? $"{Amounts.Bytes(bytes)} {view.Row.AccessModes}" : view.Row.Class);
    }

    private static string Attached(VolumeView volume) =>
        volume.Volume.Status.CurrentNodeId is { Length: > 0 } node ? $"attached to {node}, {volume.Whole}/{volume.Wanted} replicas" : $"{volume.Whole}/{volume.Wanted} replicas";

    private static Verdict Judge(HomelabPortal.Kubernetes.Pod pod, DateTimeOffset now) => PodHealth.Judge(pod, PodDisplay.Cells(pod), now);
}
