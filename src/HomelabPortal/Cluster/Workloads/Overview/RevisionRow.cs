using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>One version of a deployment, as its replica set keeps it.</summary>
/// <param name="Number">Null when nobody has numbered it.</param>
/// <param name="IsCurrent">It is the version that the deployment wants.</param>
public sealed record RevisionRow(string Uid, string ReplicaSet, int? Number, bool IsCurrent, int Wanted, int Ready, string Images, DateTimeOffset? Created)
{
    public const string Annotation = "deployment.kubernetes.io/revision";

    /// <summary>Newest first.</summary>
    internal static IReadOnlyList<RevisionRow> Of(ObjectMeta deployment, ClusterState state)
    {
        var rows = state.ReplicaSets.All
            .Where(set => set.Metadata.Namespace == deployment.Namespace && set.Metadata.Controller() is { Kind: "Deployment" } owner && owner.Name == deployment.Name)
            .Select(set => Row(set, deployment))
            .OrderByDescending(row => row.Number).ThenByDescending(row => row.Created)
            .ToList();
        // Only the deployment says which revision it is at; the number alone may be that of a version on its way out.
        return rows.Any(row => row.IsCurrent) || rows.Count == 0 ? rows : [rows[0] with { IsCurrent = true }, .. rows[1..]];
    }

    private static RevisionRow Row(ReplicaSet set, ObjectMeta deployment)
    {
        var number = set.Metadata.Annotations.GetValueOrDefault(Annotation);
        return new RevisionRow(
            set.Metadata.Uid, set.Metadata.Name, int.TryParse(number, out var parsed) ? parsed : null, number is not null && number == deployment.Annotations.GetValueOrDefault(Annotation),
            WorkloadDisplay.Desired(set), set.Status.ReadyReplicas, WorkloadDisplay.Images(set.Spec.Template), set.Metadata.CreationTimestamp);
    }
}
