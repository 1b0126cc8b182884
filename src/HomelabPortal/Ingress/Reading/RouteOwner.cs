using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Who keeps an object, as its marks say. Argo CD comes before Helm, whose charts it renders.</summary>
internal static class RouteOwner
{
    public const string Portal = "Portal";

    public static string Of(ObjectMeta item)
    {
        if (item.Labels.GetValueOrDefault(KubernetesMarks.ManagedBy) == KubernetesMarks.FieldManager)
            return Portal;
        if (item.Annotations.ContainsKey("argocd.argoproj.io/tracking-id") || item.Labels.ContainsKey("argocd.argoproj.io/instance"))
            return "Argo CD";
        if (item.Labels.ContainsKey("kustomize.toolkit.fluxcd.io/name") || item.Labels.ContainsKey("helm.toolkit.fluxcd.io/name"))
            return "Flux";
        return item.Labels.GetValueOrDefault(KubernetesMarks.ManagedBy) switch
        {
            _ when item.Annotations.ContainsKey("meta.helm.sh/release-name") => "Helm",
            null or "" => "By hand",
            { } tool => tool,
        };
    }
}
