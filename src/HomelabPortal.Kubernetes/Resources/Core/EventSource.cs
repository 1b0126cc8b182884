namespace HomelabPortal.Kubernetes;

public sealed record EventSource
{
    public string Component { get; init => field = value ?? ""; } = "";

    public string Host { get; init => field = value ?? ""; } = "";
}
