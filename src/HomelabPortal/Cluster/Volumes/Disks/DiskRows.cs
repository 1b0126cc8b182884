using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Volumes.Disks;

/// <summary>
/// Judges Longhorn's disks; the first line that applies wins.
/// <list type="table">
/// <item>its node does not answer → unknown; the disk is not ready → broken</item>
/// <item>full to 95 % → broken; Longhorn places nothing on it → degraded with its reason; full to 85 % → degraded</item>
/// <item>closed to new replicas by the owner → off, or progressing while replicas leave it</item>
/// <item>otherwise healthy</item>
/// </list>
/// </summary>
internal static class DiskRows
{
    private const string OverProvisioningName = "storage-over-provisioning-percentage";

    public static IReadOnlyList<DiskRow> Of(ClusterState state)
    {
        var replicas = state.VolumeReplicas.All.Where(replica => replica.Spec.DiskId.Length > 0).CountBy(replica => replica.Spec.DiskId).ToDictionary();
        var factor = Factor(state);
        return [.. state.VolumeNodes.All
            .SelectMany(node => node.Status.DiskStatus.Select(disk => Of(node, disk.Key, disk.Value, factor, replicas.GetValueOrDefault(disk.Value.DiskUuid), state)))
            .OrderBy(row => row.Node, NaturalOrder.Instance).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static DiskRow Of(LonghornNode node, string name, LonghornDisk disk, decimal? factor, int replicas, ClusterState state)
    {
        var spec = node.Spec.Disks.GetValueOrDefault(name);
        var reserved = spec?.StorageReserved ?? 0;
        var row = new DiskRow(
            $"{node.Metadata.Name}/{name}", node.Metadata.Name, name, disk.DiskPath, HealthState.Healthy, "Ready", "", disk.StorageMaximum, disk.StorageAvailable, reserved,
            disk.StorageScheduled, factor is { } times ? (long)(Math.Max(0, disk.StorageMaximum - reserved) * times) : null, replicas);
        var verdict = Judge(row, node, disk, spec, state);
        return row with { State = verdict.State, Word = verdict.Word, Sentence = verdict.Sentence };
    }

    private static Verdict Judge(DiskRow row, LonghornNode node, LonghornDisk disk, LonghornDiskSpec? spec, ClusterState state)
    {
        if (!VolumeDisks.Answers(row.Node, state))
            return new Verdict(HealthState.Unknown, "Unknown", $"{row.Node} does not answer; the figures are the last that were seen.");
        if (disk.Conditions.Find("Ready") is { Status: not "True" } ready)
            return new Verdict(HealthState.Broken, "Not ready", Spoken.Sentence(ready.Message));
        var full = $"{Math.Floor((row.UsedShare ?? 0) * 100):0} % full";
        var isClosed = !node.Spec.AllowScheduling || spec is { AllowScheduling: false };
        return row.UsedShare switch
        {
            >= NodeHealth.DiskFull => new Verdict(HealthState.Broken, "Full", $"It is {full}."),
            _ when isClosed => Closed(row, node, spec),
            _ when disk.Conditions.Find("Schedulable") is { Status: "False" } closed => new Verdict(HealthState.Degraded, "Not schedulable", $"Longhorn places no new replica on it: {Spoken.Sentence(closed.Message)}"),
            >= NodeHealth.DiskNearlyFull => new Verdict(HealthState.Degraded, "Nearly full", $"It is {full}."),
            _ => new Verdict(HealthState.Healthy, "Ready"),
        };
    }

    private static Verdict Closed(DiskRow row, LonghornNode node, LonghornDiskSpec? spec) =>
        (node.Spec.EvictionRequested || spec is { EvictionRequested: true }) && row.Replicas > 0
            ? new Verdict(HealthState.Progressing, "Emptying", $"{Spoken.Count(row.Replicas, "replica")} still to leave it.")
            : new Verdict(HealthState.Off, "Closed", "It is closed to new replicas.");

    /// <summary>The setting of Longhorn; null when it is not known.</summary>
    public static LonghornSetting? OverProvisioning(ClusterState state) => state.VolumeSettings.All.FirstOrDefault(setting => setting.Metadata.Name == OverProvisioningName);

    private static decimal? Factor(ClusterState state) => int.TryParse(OverProvisioning(state)?.Value, out var percent) && percent > 0 ? percent / 100m : null;
}
