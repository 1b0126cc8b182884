namespace HomelabPortal.Kubernetes;

/// <summary>A service of Traefik's own that spreads or mirrors requests over others.</summary>
public sealed record TraefikService : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public TraefikServiceSpec Spec { get; init => field = value ?? TraefikServiceSpec.Empty; } = TraefikServiceSpec.Empty;
}
