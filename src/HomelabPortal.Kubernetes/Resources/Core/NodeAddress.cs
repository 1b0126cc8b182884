namespace HomelabPortal.Kubernetes;

public sealed record NodeAddress
{
    /// <summary>Such as "InternalIP", "ExternalIP" or "Hostname".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public string Address { get; init => field = value ?? ""; } = "";
}
