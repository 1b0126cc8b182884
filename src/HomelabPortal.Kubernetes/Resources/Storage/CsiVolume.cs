namespace HomelabPortal.Kubernetes;

public sealed record CsiVolume
{
    public string Driver { get; init => field = value ?? ""; } = "";

    /// <summary>The driver's own name of the volume; for Longhorn that of its Volume object.</summary>
    public string VolumeHandle { get; init => field = value ?? ""; } = "";
}
