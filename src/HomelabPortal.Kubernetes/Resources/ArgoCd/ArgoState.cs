namespace HomelabPortal.Kubernetes;

public sealed record ArgoState
{
    public string Status { get; init => field = value ?? ""; } = "";
}
