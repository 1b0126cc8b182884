namespace HomelabPortal.Kubernetes;

public sealed record TlsOption : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;
}
