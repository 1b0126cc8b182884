namespace HomelabPortal.Kubernetes;

/// <summary>Pools that MetalLB announces by BGP.</summary>
public sealed record BgpAdvertisement : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public AdvertisementSpec Spec { get; init => field = value ?? AdvertisementSpec.Empty; } = AdvertisementSpec.Empty;
}
