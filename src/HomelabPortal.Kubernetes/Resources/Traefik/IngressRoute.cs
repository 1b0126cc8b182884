namespace HomelabPortal.Kubernetes;

/// <summary>An HTTP route of Traefik. It has no status: whether it works must be worked out.</summary>
public sealed record IngressRoute : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IngressRouteSpec Spec { get; init => field = value ?? IngressRouteSpec.Empty; } = IngressRouteSpec.Empty;
}
