namespace HomelabPortal.Kubernetes;

public sealed record SeccompProfile
{
    /// <summary>"RuntimeDefault", "Unconfined" or "Localhost".</summary>
    public string Type { get; init => field = value ?? ""; } = "";
}
