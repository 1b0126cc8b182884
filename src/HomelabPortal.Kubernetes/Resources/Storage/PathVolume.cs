namespace HomelabPortal.Kubernetes;

/// <summary>A place in a node's own file system.</summary>
public sealed record PathVolume
{
    public string Path { get; init => field = value ?? ""; } = "";
}
