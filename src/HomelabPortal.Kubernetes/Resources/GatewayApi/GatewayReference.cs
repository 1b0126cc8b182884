namespace HomelabPortal.Kubernetes;

public sealed record GatewayReference
{
    public static GatewayReference Empty { get; } = new();

    public string Kind { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty means the route's own.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";

    public string SectionName { get; init => field = value ?? ""; } = "";

    public int? Port { get; init; }
}
