using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Overview.Problems;

/// <summary>
/// Pure: what cannot be seen although the rest of its system can, so that nothing wrong there would be known.
/// <list type="table">
/// <item><term>the whole cluster, or none</term><description>nothing: that is said once, by itself</description></item>
/// <item><term>kinds of the cluster that cannot be read</term><description>one gap with their names</description></item>
/// <item><term>Cloudflare Access or the routes of exposures cannot be read, and something wanted is unknown for that</term><description>a gap</description></item>
/// <item><term>not connected, not installed</term><description>nothing: it is optional</description></item>
/// </list>
/// </summary>
internal static class LabGaps
{
    private const int MostNames = 2;

    public static IEnumerable<SourceGap> Find(LabScene scene) => scene.ClusterGap is null
        ? OfKinds(scene.Cluster).Concat(OfTarget("kubernetes", "What exposures made in the cluster", scene.Reconcile)).Concat(OfTarget("access", "Cloudflare Access", scene.Reconcile))
        : OfTarget("access", "Cloudflare Access", scene.Reconcile);

    private static IEnumerable<SourceGap> OfKinds(ClusterState cluster)
    {
        var unseen = Kinds(cluster).Where(kind => kind.Status is { Phase: SourcePhase.Forbidden or SourcePhase.Stale } or { Phase: SourcePhase.Syncing, Fault: not null }).ToList();
        if (unseen.Count == 0)
            yield break;
        var names = unseen.Select(kind => kind.Name).ToList();
        var fault = Spoken.Sentence(unseen.Select(kind => kind.Status.Fault).FirstOrDefault(text => text is not null) ?? "");
        yield return names.Count > MostNames
            ? new SourceGap("A part of the cluster", unseen.Min(kind => kind.Status.AsOf), $"{string.Join(", ", names)}: {fault}")
            : new SourceGap(string.Join(" and ", names), unseen.Min(kind => kind.Status.AsOf), fault);
    }

    /// <summary>What problems are found on.</summary>
    private static IEnumerable<(string Name, SourceStatus Status)> Kinds(ClusterState cluster) =>
    [
        ("Nodes", cluster.Nodes.Status), ("Pods", cluster.Pods.Status), ("Deployments", cluster.Deployments.Status), ("StatefulSets", cluster.StatefulSets.Status), ("DaemonSets", cluster.DaemonSets.Status),
        ("Jobs", cluster.Jobs.Status), ("CronJobs", cluster.CronJobs.Status), ("Services", cluster.Services.Status), ("EndpointSlices", cluster.EndpointSlices.Status),
        ("Ingresses", cluster.Ingresses.Status), ("IngressRoutes", cluster.IngressRoutes.Status), ("HTTPRoutes", cluster.HttpRoutes.Status),
        ("Certificates", cluster.Certificates.Status), ("PersistentVolumeClaims", cluster.Claims.Status), ("Longhorn volumes", cluster.Volumes.Status), ("Longhorn replicas", cluster.VolumeReplicas.Status),
        ("Backup targets", cluster.BackupTargets.Status), ("Applications", cluster.Applications.Status),
    ];

    /// <summary>A target that nothing rests on may well be unreadable. DNS and tunnels are a source of their own, with Cloudflare's name.</summary>
    private static IEnumerable<SourceGap> OfTarget(string target, string name, ReconcileStatus reconcile)
    {
        var isCloudflareAway = reconcile.Targets.Any(one => one is { Name: "dns" or "tunnel", Fault.Kind: not FaultKind.NotConnected });
        if (target == "access" && isCloudflareAway)
            yield break;
        if (reconcile.Targets.FirstOrDefault(one => one.Name == target) is { Fault: { Kind: not FaultKind.NotConnected } fault }
            && reconcile.Owners.Values.Any(owner => owner.Steps.Any(step => step.Key.Target == target && step.Phase == OwnerPhase.Unknown)))
            yield return new SourceGap(name, null, fault.Message);
    }
}
