using System.Text.Json.Serialization;

namespace HomelabPortal.Desired;

/// <summary>What answers behind a hostname.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(KubernetesBackend), "kubernetes")]
[JsonDerivedType(typeof(AddressBackend), "address")]
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
