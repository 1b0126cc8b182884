using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>The object that is acted upon, as far as the portal sees it.</summary>
/// <param name="Meta">Null when there is none of that name.</param>
/// <param name="Status">Whether that can be believed.</param>
internal sealed record ActSubject(ObjectMeta? Meta, SourceStatus Status)
{
    /// <summary>Null for kinds that nothing can be done to.</summary>
    public static ActSubject? Of(ClusterState state, ActWish wish) => wish.Kind switch
    {
        "Deployment" => Of(state.Deployments, wish),
        "StatefulSet" => Of(state.StatefulSets, wish),
        "DaemonSet" => Of(state.DaemonSets, wish),
        "CronJob" => Of(state.CronJobs, wish),
        "Pod" => Of(state.Pods, wish),
        "Node" => Of(state.Nodes, wish),
        _ => null,
    };

    private static ActSubject Of<T>(ClusterKind<T> kind, ActWish wish)
        where T : class, IKubernetesObject => new(kind.Find(wish.Key)?.Metadata, kind.Status);
}
