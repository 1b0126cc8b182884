using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>How objects say whose they are: our own mark, and those of the tools we must not disturb.</summary>
internal static class KubernetesMarks
{
    public const string FieldManager = "homelab-portal";
    public const string ManagedBy = "app.kubernetes.io/managed-by";
    public const string Exposure = "homelab-portal.dev/exposure";

    /// <summary>Said of what carries no tool's claim.</summary>
    public const string Hand = "hand";

    private const string ArgoTracking = "argocd.argoproj.io/tracking-id";
    private const string HelmRelease = "meta.helm.sh/release-name";

    public static JsonObject Labels() => new() { [ManagedBy] = FieldManager };

    public static bool AreOn(LiveObject live, string ownerId) =>
        live.Label(ManagedBy) == FieldManager && live.Annotation(Exposure) == ownerId;

    /// <summary>Who made a foreign object, in words for a person.</summary>
    public static string OwnerOf(LiveObject live)
    {
        if (live.Annotation(ArgoTracking) is { } tracking)
            return $"Argo CD (application {tracking.Split(':')[0]})";
        if (live.Annotation(HelmRelease) is { } release)
            return $"Helm (release {release})";
        return live.Label(ManagedBy) switch
        {
            null => Hand,
            "Helm" => "Helm",
            FieldManager => "another exposure of the portal",
            { } tool => tool,
        };
    }
}
