namespace HomelabPortal.Kubernetes;

public sealed record ServersTransport : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;
}
