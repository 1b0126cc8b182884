using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of an ingress class what <c>kubectl get ingressclasses</c> says (Kubernetes <c>printIngressClass</c>).</summary>
internal static class IngressClassDisplay
{
    private const string DefaultMark = "ingressclass.kubernetes.io/is-default-class";

    public static string Parameters(IngressClass item) => item.Spec.Parameters switch
    {
        null => "<none>",
        { ApiGroup.Length: > 0 } parameters => $"{parameters.Kind}.{parameters.ApiGroup}/{parameters.Name}",
        { } parameters => $"{parameters.Kind}/{parameters.Name}",
    };

    /// <summary>True for the class of an Ingress that names none.</summary>
    public static bool IsDefault(IngressClass item) => item.Metadata.Annotations.GetValueOrDefault(DefaultMark) == "true";
}
