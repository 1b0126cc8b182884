namespace HomelabPortal.Kubernetes;

public sealed record IngressPath
{
    public string Path { get; init => field = value ?? ""; } = "";

    public string PathType { get; init => field = value ?? ""; } = "";

    public IngressBackend? Backend { get; init; }
}
