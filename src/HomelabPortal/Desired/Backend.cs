using System.Text.Json.Serialization;

namespace HomelabPortal.Desired;

/// <summary>What answers behind a hostname.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(KubernetesBackend), "kubernetes")]
[JsonDerivedType(typeof(AddressBackend), "address")]
[JsonDerivedType(typeof(ContainerBackend), "container")]
public abstract record Backend;

/// <summary>A Kubernetes Service. <paramref name="Port"/> is the name or number of one of its ports.</summary>
public sealed record KubernetesBackend(string Namespace, string Service, string Port) : Backend
{
    public override string ToString() => $"{Namespace}/{Service}:{Port}";
}

/// <summary>Something outside the cluster, reached by address.</summary>
public sealed record AddressBackend(string Address, int Port, string Scheme = "http") : Backend
{
    public override string ToString() => $"{Scheme}://{Address}:{Port}";
}

/// <summary>A published port of a container on a Docker host. Where that is follows the container and its host; what was last seen is kept for when neither can be.</summary>
/// <param name="Host">The Docker host, by its name in the settings.</param>
/// <param name="Port">The port in the container, which stays when the host's changes.</param>
public sealed record ContainerBackend(string Host, string Container, int Port, string Scheme = "http") : Backend
{
    /// <summary>Where it was reached when this was saved.</summary>
    public string Address { get; init; } = "";

    /// <summary>The port of the host then.</summary>
    public int HostPort { get; init; }

    /// <summary>The image that it was made from then.</summary>
    public string? Image { get; init; }

    [JsonIgnore]
    public string Place => $"{Host}/{Container}";

    public override string ToString() => $"{Host}/{Container}:{Port}";
}
