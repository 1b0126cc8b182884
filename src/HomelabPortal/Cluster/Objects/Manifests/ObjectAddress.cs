using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>Which object is meant.</summary>
/// <param name="Namespace">Empty for cluster-scoped kinds.</param>
public sealed record ObjectAddress(ResourceType Type, string Namespace, string Name)
{
    /// <summary>"Deployment media/sonarr".</summary>
    public string Words => Namespace.Length == 0 ? $"{Type.Kind} {Name}" : $"{Type.Kind} {Namespace}/{Name}";

    /// <summary>Where the API gives its manifest.</summary>
    public string ApiPath => Namespace.Length == 0
        ? $"/api/v1/objects/{Type}/{Uri.EscapeDataString(Name)}"
        : $"/api/v1/objects/{Type}/{Uri.EscapeDataString(Namespace)}/{Uri.EscapeDataString(Name)}";

    public bool Equals(ObjectAddress? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Type}/{Namespace}/{Name}";
}
