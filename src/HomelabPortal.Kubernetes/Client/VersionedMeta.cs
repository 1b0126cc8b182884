namespace HomelabPortal.Kubernetes;

internal sealed record VersionedMeta
{
    public string ResourceVersion { get; init => field = value ?? ""; } = "";
}
