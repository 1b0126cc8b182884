namespace HomelabPortal.Kubernetes;

/// <summary>A middleware, option set, store or transport, by name.</summary>
public sealed record IngressRouteReference
{
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty means the route's own.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";
}
