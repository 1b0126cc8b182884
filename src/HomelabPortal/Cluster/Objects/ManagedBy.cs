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
    private const int DeepestChain = 8;
    private const string ArgoTracking = "argocd.argoproj.io/tracking-id";
    private const string ArgoInstance = "argocd.argoproj.io/instance";
    private const string HelmRelease = "meta.helm.sh/release-name";
    private const string HelmNamespace = "meta.helm.sh/release-namespace";
    private const string SetOwnerKind = "objectset.rio.cattle.io/owner-gvk";
    private const string SetOwnerName = "objectset.rio.cattle.io/owner-name";

    /// <summary>Null for what somebody made by hand.</summary>
    public static ObjectManager? Of(ObjectMeta item, ClusterState state)
    {
        // Owners that own each other would otherwise be followed for ever.
        var next = item;
        for (var level = 0; next is not null && level < DeepestChain; level++)
        {
            if (OfMarks(next, state) is { } manager)
                return manager;
            next = Owner(next, state);
        }

        return null;
    }

    private static ObjectManager? OfMarks(ObjectMeta item, ClusterState state)
    {
        if (item.Labels.GetValueOrDefault(Label) == Portal)
            return new ObjectManager("HomelabPortal", "", Reverts: true);
        if (ArgoApplication(item, state) is { } application)
            return new ObjectManager(ObjectManager.ArgoCd, application, ArgoReverts(application, state));
        if ((item.Labels.GetValueOrDefault("kustomize.toolkit.fluxcd.io/name") ?? item.Labels.GetValueOrDefault("helm.toolkit.fluxcd.io/name")) is { } flux)
            return new ObjectManager("Flux", flux, Reverts: true);
        if (OfK3s(item) is { } k3s)
            return k3s;
        if (item.Annotations.GetValueOrDefault(HelmRelease) is { Length: > 0 } release)
            return new ObjectManager(IsChart(release, item.Annotations.GetValueOrDefault(HelmNamespace), state) ? ObjectManager.HelmChart : "Helm", release, Reverts: false);
        return item.Labels.GetValueOrDefault(Label) is { Length: > 0 } tool ? new ObjectManager(tool, "", Reverts: false) : null;
    }

    /// <summary>
    /// What k3s itself applies: its files are applied again when it starts, a chart's objects only when the chart changes.
    /// The owner reads "helm.cattle.io/v1, Kind=HelmChart".
    /// </summary>
    private static ObjectManager? OfK3s(ObjectMeta item)
    {
        if (item.Annotations.GetValueOrDefault(SetOwnerKind) is not { Length: > 0 } owner)
            return null;
        var name = item.Annotations.GetValueOrDefault(SetOwnerName) ?? "";
        return owner.EndsWith("Kind=HelmChart", StringComparison.Ordinal) ? new ObjectManager(ObjectManager.HelmChart, name, Reverts: false)
            : owner.EndsWith("Kind=Addon", StringComparison.Ordinal) ? new ObjectManager("k3s add-on", name, Reverts: true)
            : null;
    }

    /// <summary>k3s names the release after its HelmChart.</summary>
    private static bool IsChart(string release, string? ns, ClusterState state) =>
        state.HelmCharts.All.Any(chart => chart.Metadata.Name == release && (ns is null || (chart.Spec.TargetNamespace.Length > 0 ? chart.Spec.TargetNamespace : chart.Metadata.Namespace) == ns));

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
        { Kind: "Service", Name: var name } => state.Services.Find(item.Namespace, name)?.Metadata,
        { Kind: "Certificate", Name: var name } => state.Certificates.Find(item.Namespace, name)?.Metadata,
        { Kind: "HelmChart", Name: var name } => state.HelmCharts.Find(item.Namespace, name)?.Metadata,
        _ => null,
    };
}
