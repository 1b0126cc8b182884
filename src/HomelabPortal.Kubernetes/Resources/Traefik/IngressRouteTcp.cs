namespace HomelabPortal.Kubernetes;

/// <summary>A TCP route of Traefik.</summary>
public sealed record IngressRouteTcp : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IngressRouteTcpSpec Spec { get; init => field = value ?? IngressRouteTcpSpec.Empty; } = IngressRouteTcpSpec.Empty;
}
