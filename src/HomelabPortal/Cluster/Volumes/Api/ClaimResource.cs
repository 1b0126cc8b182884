using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A claim of the cluster; amounts in bytes.</summary>
/// <param name="Status">kubectl's word for it.</param>
/// <param name="Capacity">Null until it is bound.</param>
/// <param name="Used">On disk, snapshots included; null where no driver tells.</param>
/// <param name="HealthyReplicas">Null where there are none to count.</param>
/// <param name="Nodes">Those that hold all its data.</param>
/// <param name="UsedBy">The workload that mounts it.</param>
/// <param name="LastOn">The node on which its data hangs; null while several have it.</param>
internal sealed record ClaimResource(
    string Namespace, string Name, HealthState State, string Word, string Sentence, string Status, string Class, string AccessModes, long? Capacity, long? Used,
    int? HealthyReplicas, int? Replicas, IReadOnlyList<string> Nodes, string UsedBy, DateTimeOffset? LastBackup, string Volume, string? LastOn, DateTimeOffset? Created)
{
    public static ClaimResource Of(ClaimRow row) => new(
        row.Namespace, row.Name, row.State, row.Word, row.Sentence, row.Status, row.Class, row.AccessModes, row.Capacity, row.Used, row.Whole, row.Wanted,
        row.Places.Split(", ", StringSplitOptions.RemoveEmptyEntries), row.UsedBy, row.LastBackup, row.Volume, row.LastOn, row.Created);
}
