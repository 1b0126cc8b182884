using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Cluster.Volumes.Disks;
using HomelabPortal.Cluster.Volumes.Persistent;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Volumes.Api;

internal static class StorageApi
{
    public static void MapStorageApi(this RouteGroupBuilder api)
    {
        var storage = api.MapGroup("/storage").WithTags("Lab");
        storage.Lists<ClaimResource>("/claims", ListClaims, "The claims of the cluster, or of one namespace, with how their data is kept");
        storage.MapGet("/claims/{namespace}/{name}", GetClaim)
            .RequireAct(Act.SeeLab).Produces<ClaimDetailResource>().Fails(404, 503).WithSummary("One claim down to its replicas and disks");
        storage.Lists<PersistentVolumeResource>("/volumes", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.PersistentVolumes.Status, state => PersistentVolumeRows.Of(state).Select(PersistentVolumeResource.Of)), "The PersistentVolumes, those without a claim too");
        storage.Lists<StorageClassResource>("/classes", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.StorageClasses.Status, state => StorageClassRows.Of(state).Select(StorageClassResource.Of)), "The storage classes");
        storage.Lists<DiskResource>("/disks", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.VolumeNodes.Status, state => DiskRows.Of(state).Select(DiskResource.Of)), "The disks that Longhorn keeps replicas on");
        storage.Lists<LastReplicaResource>("/last-replicas", ListLastReplicas, "Volumes whose data hangs on one node, or on the given one");
        storage.Lists<ProtectionResource>("/backups", (Live<ClusterState> live, TimeProvider time) => ClusterAnswers.List(live.Current, state => state.Volumes.Status, state => ProtectionRows.Of(state, time.GetUtcNow()).Select(ProtectionResource.Of)), "How each Longhorn volume is backed up");
        storage.Lists<BackupTargetResource>("/backup-targets", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.BackupTargets.Status, state => BackupTargetRows.Of(state).Select(BackupTargetResource.Of)), "Where Longhorn's backups go");
        storage.Lists<RecurringJobResource>("/recurring-jobs", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.RecurringJobs.Status, state => RecurringJobRows.Of(state).Select(RecurringJobResource.Of)), "Longhorn's recurring jobs");
    }

    private static void Lists<T>(this RouteGroupBuilder group, string path, Delegate answer, string summary) =>
        group.MapGet(path, answer).RequireAct(Act.SeeLab).Produces<Listing<T>>().WithSummary(summary);

    private static ApiAnswer ListClaims([FromQuery(Name = "namespace")] string? ns, Live<ClusterState> live, TimeProvider time) =>
        ClusterAnswers.List(live.Current, state => state.Claims.Status, state => ClaimRows.Of(state, time.GetUtcNow()).Where(row => ns is null || row.Namespace == ns).Select(ClaimResource.Of));

    private static ApiAnswer ListLastReplicas(string? node, Live<ClusterState> live) =>
        ClusterAnswers.List(live.Current, LastReplicas.StatusOf, state => LastReplicas.All(state).Where(last => node is null || last.Node == node).Select(LastReplicaResource.Of));

    private static ApiAnswer GetClaim([FromRoute(Name = "namespace")] string ns, string name, Live<ClusterState> live, TimeProvider time)
    {
        var current = live.Current;
        return ClaimView.Of(ns, name, current.Value, time.GetUtcNow()) is { } view
            ? ApiAnswer.Of(ClaimDetailResource.Of(view, current))
            : throw ClusterAnswers.Missing(current, current.Value.Claims.Status);
    }
}
