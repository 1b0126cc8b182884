namespace HomelabPortal.Kubernetes;

public sealed record MiddlewareTcp : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;
}
