namespace HomelabPortal.Kubernetes;

public sealed record ArgoState
{
    public string Status { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public string Revision { get; init => field = value ?? ""; } = "";
}
