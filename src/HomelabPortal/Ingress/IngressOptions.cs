using HomelabPortal.Platform;

namespace HomelabPortal.Ingress;

/// <summary>The lab's conventions for IngressRoutes.</summary>
internal sealed class IngressOptions : IValidatedOptions
{
    public static string Section => "Ingress";

    /// <summary>Traefik entry points of a new route; empty means <c>websecure</c>, because binding adds to a list that has a default.</summary>
    public IList<string> EntryPoints { get; init; } = [];

    /// <summary>Value of the annotation <c>kubernetes.io/ingress.class</c>; empty leaves the annotation out.</summary>
    public string ClassAnnotation { get; set; } = "traefik-external";

    /// <summary>The Service of Traefik as namespace/name; its load-balancer address is where the house reaches the ingress.</summary>
    public string TraefikService { get; set; } = "traefik/traefik";

    /// <summary>Where routes to things outside the cluster live; it must exist.</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>Whether Traefik runs with allowCrossNamespace; null while nobody says.</summary>
    public bool? AllowCrossNamespace { get; set; }

    public IReadOnlyList<string> EffectiveEntryPoints => EntryPoints.Count > 0 ? [.. EntryPoints] : ["websecure"];

    public IEnumerable<string> Faults()
    {
        if (EntryPoints.Any(string.IsNullOrWhiteSpace))
            yield return "Ingress:EntryPoints has an empty entry. Give the names of Traefik entry points, for example websecure.";
        if (TraefikService.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            yield return $"Ingress:TraefikService “{TraefikService}” is not namespace/name, for example traefik/traefik.";
        if (string.IsNullOrWhiteSpace(Namespace))
            yield return "Ingress:Namespace is empty. Give a namespace that exists, for example default.";
    }
}
