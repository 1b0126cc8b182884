using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster;

/// <summary>Follows controllers upwards: pod, replica set, deployment; pod, job, cron job.</summary>
internal static class OwnerChain
{
    /// <summary>Nearest owner first; empty for a pod that nobody manages.</summary>
    public static IReadOnlyList<OwnerLink> Of(ObjectMeta item, ClusterState state)
    {
        if (item.Controller() is not { } owner)
            return [];
        var first = new OwnerLink(owner.Kind, owner.Name);
        var above = owner.Kind switch
        {
            "ReplicaSet" => state.ReplicaSets.Find(item.Namespace, owner.Name)?.Metadata.Controller(),
            "Job" => state.Jobs.Find(item.Namespace, owner.Name)?.Metadata.Controller(),
            _ => null,
        };
        return above is null ? [first] : [first, new OwnerLink(above.Kind, above.Name)];
    }

    /// <summary>What a person calls the thing: the topmost owner, or the pod itself.</summary>
    public static OwnerLink Top(Pod pod, ClusterState state)
    {
        var chain = Of(pod.Metadata, state);
        return chain is [.., var top] ? WithoutHash(top, pod.Metadata) : new OwnerLink("Pod", pod.Metadata.Name);
    }

    /// <summary>A replica set that is not known yet is named for its deployment and a hash that the pod's labels repeat.</summary>
    private static OwnerLink WithoutHash(OwnerLink top, ObjectMeta pod) =>
        top.Kind == "ReplicaSet" && pod.Labels.TryGetValue("pod-template-hash", out var hash) && top.Name.EndsWith("-" + hash, StringComparison.Ordinal)
            ? new OwnerLink("Deployment", top.Name[..^(hash.Length + 1)])
            : top;
}
