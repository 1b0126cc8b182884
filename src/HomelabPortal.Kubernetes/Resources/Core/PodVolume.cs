namespace HomelabPortal.Kubernetes;

public sealed record PodVolume
{
    public string Name { get; init => field = value ?? ""; } = "";

    public PodVolumeClaim? PersistentVolumeClaim { get; init; }

    /// <summary>Null for volumes of other types.</summary>
    public PodEmptyDir? EmptyDir { get; init; }
}
