namespace HomelabPortal.Kubernetes;

public sealed record HttpRoutePath
{
    /// <summary>"Exact", "PathPrefix" or "RegularExpression".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public string Value { get; init => field = value ?? ""; } = "";
}
