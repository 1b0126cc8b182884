namespace HomelabPortal.Kubernetes;

public sealed record Gateway : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public GatewaySpec Spec { get; init => field = value ?? GatewaySpec.Empty; } = GatewaySpec.Empty;

    public GatewayStatus Status { get; init => field = value ?? GatewayStatus.Empty; } = GatewayStatus.Empty;
}
