using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>Which ingress controller a route asks for, and whether anything here is known to be it.</summary>
internal static class ClassHealth
{
    public const string Annotation = "kubernetes.io/ingress.class";
    private const string Traefik = "traefik.io/ingress-controller";

    /// <summary>Empty when the route leaves it open.</summary>
    public static string Of(ObjectMeta meta, string own) => own.Length > 0 ? own : meta.Annotations.GetValueOrDefault(Annotation, "");

    /// <summary>True when the class is there and says that another controller than Traefik serves it.</summary>
    public static bool IsForeign(string name, RouteSurroundings context) => context.State.IngressClasses.Find(name) is { Spec.Controller: { Length: > 0 } controller } && controller != Traefik;

    /// <summary>Null when the class is one of the cluster's, or the one that the portal gives its own routes.</summary>
    public static Finding? Judge(string name, RouteSurroundings context)
    {
        var classes = context.State.IngressClasses;
        return name.Length == 0 || name == context.Options.ClassAnnotation || !classes.Status.IsKnown || classes.Find(name) is not null
            ? null
            : new Finding(
                FindingCodes.ClassUnknown, HealthState.Degraded, "Unknown class", $"It asks for the ingress class {name}, and the cluster has no IngressClass of that name.",
                "Correct the class, or name it in Ingress:ClassAnnotation if your Traefik goes by it.");
    }
}
