using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the storage that the pods mount, from the claim to Longhorn's volume.
/// <code>
/// a kind that would tell cannot be read        pvc.unread               Unknown
/// the claim is not there                       pvc.missing              Broken
/// its volume is gone                           pvc.lost                 Broken
/// nothing is bound to it                       pvc.pending              Broken
/// its PersistentVolume is not there            pv.missing               Broken
/// Longhorn does not know its volume            volume.missing           Unknown
/// none of its replicas can be used             pvc.faulted              Broken
/// fewer replicas than wanted                   pvc.degraded             Degraded
/// attached to no node while a pod needs it     pvc.detached             Broken, or Unknown while a pod serves
/// attached to another node than its pod's      pvc.attached.elsewhere   Broken
/// </code>
/// </summary>
internal static class StorageHop
{
    private const string Longhorn = "driver.longhorn.io";

    /// <returns>Null when the pods mount no claim.</returns>
    public static TraceHop? Of(IReadOnlyList<Pod> pods, TraceScene scene)
    {
        var mounts = pods.SelectMany(pod => pod.Spec.Volumes.Select(volume => (Pod: pod, Claim: volume.PersistentVolumeClaim?.ClaimName ?? ""))).Where(mount => mount.Claim.Length > 0).DistinctBy(mount => mount.Claim).ToList();
        if (mounts.Count == 0)
            return null;
        var (ns, names) = (pods[0].Metadata.Namespace, mounts.Select(mount => mount.Claim).ToList());
        return new TraceHop(
            HopKind.Storage, string.Join(", ", names), ObjectHref.Of("PersistentVolumeClaim", ns, names[0]), names.Count == 1 ? $"Claim {names[0]} is bound and its volume is healthy." : $"All {names.Count} claims are bound and their volumes are healthy.",
            Reproducers.Describe("persistentvolumeclaim", ns, names[0]), Hop.Found(mounts.Select(mount => Judge(mount.Pod, mount.Claim, scene))))
        {
            Facts = [.. names.Select(name => Fact(ns, name, scene))],
        };
    }

    private static TraceFact Fact(string ns, string name, TraceScene scene) =>
        new("Claim", scene.Cluster.Claims.Find(ns, name) is { } claim ? $"{name}, {claim.Status.Phase} {claim.Spec.VolumeName}".TrimEnd() : name, ObjectHref.Of("PersistentVolumeClaim", ns, name));

    private static TraceFinding? Judge(Pod pod, string name, TraceScene scene)
    {
        var (ns, cluster) = (pod.Metadata.Namespace, scene.Cluster);
        var command = Reproducers.Describe("persistentvolumeclaim", ns, name);
        var fix = new TraceFix($"See {name}", ObjectHref.Of("PersistentVolumeClaim", ns, name) ?? "/cluster/storage");
        if ((Unseen.Kind(cluster.Claims, "pvc.unread", "PersistentVolumeClaims", scene.Facts) ?? Unseen.Kind(cluster.PersistentVolumes, "pvc.unread", "PersistentVolumes", scene.Facts)) is { } unread)
            return unread;
        if (cluster.Claims.Find(ns, name) is not { } claim)
            return Hop.Broken("pvc.missing", $"There is no claim {ns}/{name}, which pod {pod.Metadata.Name} mounts.", "Make the claim, or correct its name in the workload.", command);
        if (claim.Status.Phase != "Bound")
            return claim.Status.Phase == "Lost"
                ? Hop.Broken("pvc.lost", $"The volume of claim {ns}/{name} is gone.", "Restore it from a backup.", command) with { Fix = fix }
                : Hop.Broken("pvc.pending", $"Nothing is bound to claim {ns}/{name} yet.", "See what its storage class waits for.", command) with { Fix = fix };
        if (cluster.PersistentVolumes.Find(claim.Spec.VolumeName) is not { } persistent)
            return Hop.Broken("pv.missing", $"PersistentVolume {claim.Spec.VolumeName} of claim {ns}/{name} is not there.", "Restore it from a backup.", command) with { Fix = fix };
        return persistent.Spec.Csi is { } csi && csi.Driver == Longhorn ? OfLonghorn(pod, name, csi.VolumeHandle, fix, scene) : null;
    }

    private static TraceFinding? OfLonghorn(Pod pod, string claim, string handle, TraceFix fix, TraceScene scene)
    {
        var command = Reproducers.Get("volumes.longhorn.io", "longhorn-system", handle);
        if ((Unseen.Kind(scene.Cluster.Volumes, "pvc.unread", "Longhorn's volumes", scene.Facts, "volumes.longhorn.io") ?? Unseen.Kind(scene.Cluster.VolumeReplicas, "pvc.unread", "Longhorn's replicas", scene.Facts, "replicas.longhorn.io")) is { } unread)
            return unread;
        if (scene.Cluster.Volumes.All.FirstOrDefault(volume => volume.Metadata.Name == handle) is not { } volume)
            return Hop.Unknown("volume.missing", $"Longhorn does not know volume {handle} of claim {claim}.", "Look at Longhorn.", command) with { Fix = fix };
        var health = VolumeHealth.Judge(volume, ReplicaViews.Of(scene.Replicas(handle), VolumeViews.Running(scene.Engines(handle)), scene.Cluster));
        var isReady = pod.Status.Conditions.IsTrue("Ready");
        var place = volume.Status.CurrentNodeId;
        return health switch
        {
            { Word: "Faulted" } => Hop.Broken("pvc.faulted", $"The volume of claim {claim} is faulted: {health.Sentence}", "Salvage a replica in Longhorn, or restore the last backup.", command) with { Fix = fix, Since = health.Since },
            { State: HealthState.Degraded } or { State: HealthState.Progressing, Sentence.Length: > 0 } => Hop.Degraded("pvc.degraded", $"The volume of claim {claim} is degraded: {health.Sentence}", "Let Longhorn rebuild; give it a node with room when it finds none.", command) with { Fix = fix, Since = health.Since },
            { State: HealthState.Off } => Detached(claim, isReady, command) with { Fix = fix },
            _ when place.Length > 0 && pod.Spec.NodeName.Length > 0 && place != pod.Spec.NodeName && !isReady => Hop.Broken("pvc.attached.elsewhere", $"The volume of claim {claim} is attached to {place}, and its pod was placed on {pod.Spec.NodeName}.", "Wait until it moves; delete the old pod when it hangs.", command) with { Fix = fix },
            { State: HealthState.Progressing } => Hop.Degraded("pvc.moving", $"The volume of claim {claim} is {health.Word.ToLowerInvariant()}.", "Wait a moment.", command),
            { State: HealthState.Healthy } => null,
            _ => Hop.Unknown("pvc.unclear", $"Longhorn does not say how the volume of claim {claim} is.", "Look at Longhorn.", command) with { Fix = fix },
        };
    }

    private static TraceFinding Detached(string claim, bool isReady, string command) => isReady
        ? Hop.Unknown("pvc.detached", $"The volume of claim {claim} is attached to no node, though its pod runs.", "Look again in a moment; then look at Longhorn.", command)
        : Hop.Broken("pvc.detached", $"The volume of claim {claim} is attached to no node, so its pod cannot start.", "Look at Longhorn's manager on the pod's node.", command);
}
