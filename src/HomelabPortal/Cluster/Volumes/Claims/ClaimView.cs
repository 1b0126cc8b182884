using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>One claim with everything down to the disks.</summary>
/// <param name="Persistent">Null until it is bound.</param>
/// <param name="Volume">Null unless Longhorn keeps its data.</param>
/// <param name="Pods">Those that mount it.</param>
/// <param name="Last">Where its data hangs on one node.</param>
/// <param name="Protection">Null unless Longhorn keeps its data.</param>
/// <param name="Jobs">Every recurring job of Longhorn that treats it.</param>
public sealed record ClaimView(
    PersistentVolumeClaim Claim, ClaimRow Row, PersistentVolume? Persistent, VolumeView? Volume, Verdict Verdict, IReadOnlyList<Pod> Pods,
    LastReplica? Last, ProtectionRow? Protection, IReadOnlyList<LonghornRecurringJob> Jobs)
{
    /// <returns>Null when the claim is not there.</returns>
    public static ClaimView? Of(string ns, string name, ClusterState state, DateTimeOffset now)
    {
        if (state.Claims.Find(ns, name) is not { } claim)
            return null;
        var persistent = claim.Spec.VolumeName.Length > 0 ? state.PersistentVolumes.Find(claim.Spec.VolumeName) : null;
        var volumes = VolumeViews.Of(state);
        var volume = ClaimRows.Backing(claim, persistent, volumes);
        var mounts = ClaimMounts.Of(state);
        var backups = volume is null ? [] : state.VolumeBackups.All.Where(backup => backup.Status.VolumeName == volume.Name).ToList();
        return new ClaimView(
            claim, ClaimRows.Of(claim, volumes, mounts, state, now), persistent, volume, ClaimRows.Judge(claim, volume, now), [.. mounts.PodsOf(claim)],
            volume is not null ? volume.Last : LastReplicas.All(state).FirstOrDefault(last => persistent is not null && last.Volume == persistent.Metadata.Name),
            volume is null ? null : ProtectionRows.Of(volume, backups, state, now), volume is null ? [] : RecurringJobs.Of(volume.Volume, state));
    }

    /// <summary>What the claim and its volume report of themselves.</summary>
    public IReadOnlyList<Condition> Conditions => [.. Claim.Status.Conditions, .. Volume?.Volume.Status.Conditions ?? []];
}
