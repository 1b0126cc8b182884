using System.Collections.Immutable;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>Reads the history of a Deployment off its ReplicaSets, as <c>kubectl rollout history</c> does.</summary>
internal static class Revisions
{
    public const string Annotation = "deployment.kubernetes.io/revision";

    /// <summary>Newest first.</summary>
    public static ImmutableArray<Revision> Of(ClusterState state, Deployment deployment)
    {
        var sets = state.ReplicaSets.All
            .Where(set => set.Metadata.Namespace == deployment.Metadata.Namespace && set.Metadata.Controller() is { Kind: "Deployment" } owner && owner.Name == deployment.Metadata.Name)
            .Select(set => (Set: set, Number: NumberOf(set.Metadata)))
            .Where(entry => entry.Number > 0)
            .OrderByDescending(entry => entry.Number)
            .ToList();
        var current = NumberOf(deployment.Metadata) is var own and > 0 ? own : sets.FirstOrDefault().Number;
        return [.. sets.Select(entry => new Revision(entry.Number, entry.Set.Metadata.Name, entry.Set.Metadata.CreationTimestamp, Images(entry.Set), entry.Number == current))];
    }

    /// <summary>0 when it says none.</summary>
    public static long NumberOf(ObjectMeta item) => long.TryParse(item.Annotations.GetValueOrDefault(Annotation), out var number) ? number : 0;

    private static ImmutableArray<string> Images(ReplicaSet set) => [.. set.Spec.Template.Spec.Containers.Select(container => $"{container.Name}: {container.Image}")];
}
