namespace HomelabPortal.Kubernetes;

public sealed record VolumeMount
{
    /// <summary>The volume of the pod.</summary>
    public string Name { get; init => field = ServiceAccountVolume.Plain(value); } = "";

    public string MountPath { get; init => field = value ?? ""; } = "";

    public string SubPath { get; init => field = value ?? ""; } = "";

    public bool ReadOnly { get; init; }
}
