using HomelabPortal.Cluster.Workloads.Overview;

namespace HomelabPortal.Cluster.Workloads.Api;

/// <summary>One version of a deployment.</summary>
/// <param name="Number">Null when nobody has numbered it.</param>
internal sealed record WorkloadRevisionResource(int? Number, bool Current, string ReplicaSet, int Wanted, int Ready, IReadOnlyList<string> Images, DateTimeOffset? Created)
{
    public static WorkloadRevisionResource Of(RevisionRow row) => new(row.Number, row.IsCurrent, row.ReplicaSet, row.Wanted, row.Ready, row.Images.Split(','), row.Created);
}
