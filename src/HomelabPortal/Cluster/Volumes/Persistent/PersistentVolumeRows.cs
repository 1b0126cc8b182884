using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Persistent;

/// <summary>
/// Judges PersistentVolumes by kubectl's word for them.
/// <list type="table">
/// <item>Bound → healthy; Available → off, nobody uses it</item>
/// <item>Released → off when its data is kept, progressing when it will be deleted</item>
/// <item>Failed → broken; Pending and Terminating → progressing; anything else → unknown</item>
/// </list>
/// </summary>
internal static class PersistentVolumeRows
{
    private const string LonghornDriver = "driver.longhorn.io";

    /// <summary>Those without a claim first, as they are what one looks for.</summary>
    public static IReadOnlyList<PersistentVolumeRow> Of(ClusterState state) =>
        [.. state.PersistentVolumes.All.Select(volume => Of(volume, state))
            .OrderBy(row => row.Word == "Bound").ThenBy(row => row.Claim, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)];

    public static Verdict Judge(PersistentVolume volume) => PersistentVolumeDisplay.Status(volume) switch
    {
        "Bound" => new Verdict(HealthState.Healthy, "Bound"),
        "Available" => new Verdict(HealthState.Off, "Available", "No claim uses it."),
        "Released" when volume.Spec.PersistentVolumeReclaimPolicy == "Delete" => new Verdict(HealthState.Progressing, "Released", "Its claim is gone; its data is about to be deleted."),
        "Released" => new Verdict(HealthState.Off, "Released", "Its claim is gone; its data is kept until somebody deletes the volume."),
        "Failed" => new Verdict(HealthState.Broken, "Failed", Spoken.Sentence(volume.Status.Reason.Length > 0 ? volume.Status.Reason : "It could not be reclaimed")),
        "Pending" => new Verdict(HealthState.Progressing, "Pending"),
        "Terminating" => new Verdict(HealthState.Progressing, "Terminating", "It is being deleted."),
        _ => new Verdict(HealthState.Unknown, "Unknown"),
    };

    public static bool IsOnLonghorn(PersistentVolume volume) => volume.Spec.Csi?.Driver == LonghornDriver;

    /// <summary>What holds the data, and where there.</summary>
    public static (string Name, string Path) Backing(PersistentVolume volume, ClusterState state) => volume.Spec switch
    {
        { Csi.Driver: LonghornDriver } => ("Longhorn", ""),
        { Csi.Driver.Length: > 0 } spec => (spec.Csi.Driver, spec.Csi.VolumeHandle),
        { Nfs: { } share } => ($"NFS {share.Server}", share.Path),
        { Local: { } disk } => (PinnedVolumes.NodeOf(volume, state) ?? "A node's disk", disk.Path),
        { HostPath: { } folder } => (PinnedVolumes.NodeOf(volume, state) ?? "A node's folder", folder.Path),
        _ => ("", ""),
    };

    public static PersistentVolumeRow Of(PersistentVolume volume, ClusterState state)
    {
        var (verdict, claim, backing) = (Judge(volume), volume.Spec.ClaimRef, Backing(volume, state));
        return new PersistentVolumeRow(
            volume.Metadata.Uid, volume.Metadata.Name, verdict.State, verdict.Word, verdict.Sentence, PersistentVolumeDisplay.Capacity(volume)?.Whole,
            PersistentVolumeDisplay.AccessModes(volume), volume.Spec.PersistentVolumeReclaimPolicy, PersistentVolumeDisplay.Claim(volume),
            claim is not null && state.Claims.Find(claim.Namespace, claim.Name)?.Spec.VolumeName == volume.Metadata.Name ? ObjectHref.Of("PersistentVolumeClaim", claim.Namespace, claim.Name) : null,
            PersistentVolumeDisplay.StorageClass(volume), backing.Name, backing.Path, volume.Metadata.CreationTimestamp);
    }
}
