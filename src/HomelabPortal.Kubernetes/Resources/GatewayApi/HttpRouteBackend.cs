namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteBackend
{
    /// <summary>"Service" (also when empty) or another kind.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string Namespace { get; init => field = value ?? ""; } = "";

    public int? Port { get; init; }

    public int? Weight { get; init; }
}
