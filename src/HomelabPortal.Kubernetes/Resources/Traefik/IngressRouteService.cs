namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteService
{
    /// <summary>"Service" (also when empty) or "TraefikService".</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty means the route's own.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";

    public IntOrString? Port { get; init; }

    public string Scheme { get; init => field = value ?? ""; } = "";

    public int? Weight { get; init; }

    /// <summary>Only of a mirror: how many of a hundred requests are copied to it.</summary>
    public int? Percent { get; init; }

    public string ServersTransport { get; init => field = value ?? ""; } = "";

    public string Strategy { get; init => field = value ?? ""; } = "";

    public bool? PassHostHeader { get; init; }
}
