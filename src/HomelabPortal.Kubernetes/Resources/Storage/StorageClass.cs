namespace HomelabPortal.Kubernetes;

public sealed record StorageClass : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public string Provisioner { get; init => field = value ?? ""; } = "";

    public string ReclaimPolicy { get; init => field = value ?? ""; } = "";

    public string VolumeBindingMode { get; init => field = value ?? ""; } = "";

    public bool AllowVolumeExpansion { get; init; }
}
