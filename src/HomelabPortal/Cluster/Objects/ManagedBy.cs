using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects;

/// <summary>
/// Who keeps an object, as its marks say, or those of what made it.
/// Argo CD comes before Helm, whose charts it renders.
/// </summary>
internal static class ManagedBy
{
    public const string Label = "app.kubernetes.io/managed-by";
    public const string Portal = "homelab-portal";
    private const string ArgoTracking = "argocd.argoproj.io/tracking-id";
    private const string ArgoInstance = "argocd.argoproj.io/instance";
    private const string HelmRelease = "meta.helm.sh/release-name";

    /// <summary>Null for what somebody made by hand.</summary>
    public static ObjectManager? Of(ObjectMeta item, ClusterState state) => OfMarks(item, state) ?? OfOwner(item, state);

    private static ObjectManager? OfOwner(ObjectMeta item, ClusterState state) =>
        Owner(item, state) is { } owner ? OfMarks(owner, state) ?? OfOwner(owner, state) : null;

    private static ObjectManager? OfMarks(ObjectMeta item, ClusterState state)
    {
        if (item.Labels.GetValueOrDefault(Label) == Portal)
            return new ObjectManager("HomelabPortal", "", Reverts: true);
        if (ArgoApplication(item, state) is { } application)
            return new ObjectManager(ObjectManager.ArgoCd, application, ArgoReverts(application, state));
        if ((item.Labels.GetValueOrDefault("kustomize.toolkit.fluxcd.io/name") ?? item.Labels.GetValueOrDefault("helm.toolkit.fluxcd.io/name")) is { } flux)
            return new ObjectManager("Flux", flux, Reverts: true);
        if (item.Annotations.GetValueOrDefault(HelmRelease) is { } release)
            return new ObjectManager("Helm", release, Reverts: false);
        return item.Labels.GetValueOrDefault(Label) is { Length: > 0 } tool ? new ObjectManager(tool, "", Reverts: false) : null;
    }

    /// <summary>A tracking id reads "application:group/Kind:namespace/name". The common instance label counts only when such an application is known.</summary>
    private static string? ArgoApplication(ObjectMeta item, ClusterState state)
    {
        if (item.Annotations.GetValueOrDefault(ArgoTracking) is { Length: > 0 } tracking)
            return tracking.Split(':')[0];
        if (item.Labels.GetValueOrDefault(ArgoInstance) is { Length: > 0 } instance)
            return instance;
        return item.Labels.GetValueOrDefault("app.kubernetes.io/instance") is { } common && Find(common, state) is not null ? common : null;
    }

    private static bool ArgoReverts(string application, ClusterState state) =>
        Find(application, state) is not { } known || known.Spec.SyncPolicy?.Automated?.SelfHeal == true;

    /// <summary>Applications in other namespaces than Argo CD's own are named "namespace_name".</summary>
    private static ArgoApplication? Find(string application, ClusterState state) => application.Split('_', 2) is [var ns, var name]
        ? state.Applications.Find(ns, name)
        : state.Applications.All.FirstOrDefault(known => known.Metadata.Name == application);

    private static ObjectMeta? Owner(ObjectMeta item, ClusterState state) => item.Controller() switch
    {
        { Kind: "ReplicaSet", Name: var name } => state.ReplicaSets.Find(item.Namespace, name)?.Metadata,
        { Kind: "Deployment", Name: var name } => state.Deployments.Find(item.Namespace, name)?.Metadata,
        { Kind: "StatefulSet", Name: var name } => state.StatefulSets.Find(item.Namespace, name)?.Metadata,
        { Kind: "DaemonSet", Name: var name } => state.DaemonSets.Find(item.Namespace, name)?.Metadata,
        { Kind: "Job", Name: var name } => state.Jobs.Find(item.Namespace, name)?.Metadata,
        { Kind: "CronJob", Name: var name } => state.CronJobs.Find(item.Namespace, name)?.Metadata,
        _ => null,
    };
}
