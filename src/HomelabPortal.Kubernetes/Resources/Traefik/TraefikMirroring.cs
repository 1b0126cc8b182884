namespace HomelabPortal.Kubernetes;

public sealed record TraefikMirroring
{
    /// <summary>"Service" (also when empty) or "TraefikService".</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string Namespace { get; init => field = value ?? ""; } = "";

    public IntOrString? Port { get; init; }

    public IReadOnlyList<IngressRouteService> Mirrors { get; init => field = CompactList.Of(value); } = [];
}
