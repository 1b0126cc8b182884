namespace HomelabPortal.Kubernetes;

public sealed record ProbeHttp
{
    public string Path { get; init => field = value ?? ""; } = "";

    public IntOrString? Port { get; init; }

    /// <summary>"HTTP" or "HTTPS".</summary>
    public string Scheme { get; init => field = value ?? ""; } = "";
}
