namespace HomelabPortal.Kubernetes;

/// <summary>Addresses that MetalLB gives to load-balancer services.</summary>
public sealed record IpAddressPool : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IpAddressPoolSpec Spec { get; init => field = value ?? IpAddressPoolSpec.Empty; } = IpAddressPoolSpec.Empty;

    /// <summary>Null before MetalLB 0.15, which does not count.</summary>
    public IpAddressPoolStatus? Status { get; init; }
}
