using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>A request for a resource, as its path and method say.</summary>
internal sealed record ApiRequest
{
    public required ApiResource Resource { get; init; }

    public required string Version { get; init; }

    /// <summary>Null for all namespaces, and for resources without one.</summary>
    public string? Namespace { get; init; }

    /// <summary>Null for the collection.</summary>
    public string? Name { get; init; }

    /// <summary>"status", "scale", "log", "eviction"; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>get, list, watch, create, update, patch, apply, delete, deletecollection.</summary>
    public required string Verb { get; init; }

    public string ApiVersion => Resource.ApiVersion(Version);
}
