namespace HomelabPortal.Kubernetes;

public sealed record Lease : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LeaseSpec Spec { get; init => field = value ?? LeaseSpec.Empty; } = LeaseSpec.Empty;
}
