namespace HomelabPortal.Kubernetes;

/// <summary>Pools that MetalLB announces by ARP and NDP.</summary>
public sealed record L2Advertisement : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public AdvertisementSpec Spec { get; init => field = value ?? AdvertisementSpec.Empty; } = AdvertisementSpec.Empty;
}
