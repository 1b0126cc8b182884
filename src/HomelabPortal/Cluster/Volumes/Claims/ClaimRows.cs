using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>Makes the rows of claims from the claim, its volume and the pods that mount it.</summary>
internal static class ClaimRows
{
    /// <summary>By namespace and name.</summary>
    public static IReadOnlyList<ClaimRow> Of(ClusterState state, DateTimeOffset now)
    {
        var (volumes, mounts) = (VolumeViews.Of(state), ClaimMounts.Of(state));
        return [.. state.Claims.All
            .Select(claim => Of(claim, volumes, mounts, state, now))
            .OrderBy(row => row.Namespace, NaturalOrder.Instance).ThenBy(row => row.Name, NaturalOrder.Instance)];
    }

    public static ClaimRow Of(PersistentVolumeClaim claim, IReadOnlyDictionary<string, VolumeView> volumes, ClaimMounts mounts, ClusterState state, DateTimeOffset now)
    {
        var persistent = claim.Spec.VolumeName.Length > 0 ? state.PersistentVolumes.Find(claim.Spec.VolumeName) : null;
        var volume = Backing(claim, persistent, volumes);
        var verdict = Judge(claim, volume, now);
        var pinned = persistent is null ? null : PinnedVolumes.NodeOf(persistent, state);
        var (usedBy, href) = mounts.UserOf(claim, volume, state);
        return new ClaimRow(
            claim.Metadata.Uid, claim.Metadata.Namespace, claim.Metadata.Name, verdict.State, verdict.Word, verdict.Sentence,
            ClaimDisplay.Status(claim), ClaimDisplay.StorageClass(claim), ClaimDisplay.AccessModes(claim),
            ClaimDisplay.Capacity(claim)?.Whole, volume?.Volume.Status.ActualSize, volume?.Whole, volume?.Wanted, volume?.Places ?? pinned ?? "",
            usedBy, href, volume?.Volume.Status.LastBackupAt, volume is not null, claim.Spec.VolumeName, volume is null ? pinned : volume.Last?.Node,
            claim.Metadata.CreationTimestamp, verdict.ChangesAt);
    }

    /// <summary>A bound claim is as well as its volume; any other state of the claim comes first.</summary>
    public static Verdict Judge(PersistentVolumeClaim claim, VolumeView? volume, DateTimeOffset now)
    {
        var verdict = VolumeHealth.Judge(claim, now);
        return verdict.State == HealthState.Healthy && volume is not null ? volume.Verdict : verdict;
    }

    /// <summary>Longhorn names its volume in the PersistentVolume's handle, by default as the PersistentVolume itself.</summary>
    public static VolumeView? Backing(PersistentVolumeClaim claim, PersistentVolume? persistent, IReadOnlyDictionary<string, VolumeView> volumes) =>
        claim.Spec.VolumeName.Length == 0 ? null
            : volumes.GetValueOrDefault(persistent?.Spec.Csi?.VolumeHandle ?? claim.Spec.VolumeName);
}
