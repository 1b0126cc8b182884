namespace HomelabPortal.Kubernetes;

public sealed record NfsVolume
{
    public string Server { get; init => field = value ?? ""; } = "";

    public string Path { get; init => field = value ?? ""; } = "";
}
