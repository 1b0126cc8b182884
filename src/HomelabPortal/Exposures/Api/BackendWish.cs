namespace HomelabPortal.Exposures.Api;

/// <summary>What answers behind the hostname. The kind says which of the other members count.</summary>
/// <param name="Kind">A Service of the cluster, a container on a Docker host, or an address.</param>
/// <param name="Namespace">Of a service.</param>
/// <param name="Service">Name of a service.</param>
/// <param name="Container">host/name:port of a container, as /docker-hosts has them.</param>
/// <param name="Address">IP address or DNS name.</param>
/// <param name="Port">Name or number of a service's port; number of an address's.</param>
/// <param name="Scheme">http, unless it is https.</param>
internal sealed record BackendWish(
    BackendKind? Kind = null, string? Namespace = null, string? Service = null, string? Container = null, string? Address = null, string? Port = null, string? Scheme = null);
