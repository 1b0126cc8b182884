namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeClaimSpec
{
    public static PersistentVolumeClaimSpec Empty { get; } = new();

    /// <summary>Empty until the claim is bound.</summary>
    public string VolumeName { get; init => field = value ?? ""; } = "";

    public string StorageClassName { get; init => field = value ?? ""; } = "";

    public string VolumeAttributesClassName { get; init => field = value ?? ""; } = "";

    /// <summary>"Filesystem" or "Block"; null where the server did not say.</summary>
    public string? VolumeMode { get; init; }

    public IReadOnlyList<string> AccessModes { get; init => field = CompactList.Of(value); } = [];

    public ContainerResources Resources { get; init => field = value ?? ContainerResources.Empty; } = ContainerResources.Empty;
}
