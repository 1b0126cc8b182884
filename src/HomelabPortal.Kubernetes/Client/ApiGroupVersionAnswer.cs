namespace HomelabPortal.Kubernetes;

internal sealed record ApiGroupVersionAnswer
{
    public string Version { get; init => field = value ?? ""; } = "";
}
