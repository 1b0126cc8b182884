namespace HomelabPortal.Kubernetes;

/// <summary>A UDP route of Traefik; it has no rule, an entry point has one.</summary>
public sealed record IngressRouteUdp : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IngressRouteUdpSpec Spec { get; init => field = value ?? IngressRouteUdpSpec.Empty; } = IngressRouteUdpSpec.Empty;
}
