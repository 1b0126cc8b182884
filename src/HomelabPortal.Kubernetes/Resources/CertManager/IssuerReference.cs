namespace HomelabPortal.Kubernetes;

public sealed record IssuerReference
{
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>"Issuer" (also when empty) or "ClusterIssuer".</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    public string Group { get; init => field = value ?? ""; } = "";
}
