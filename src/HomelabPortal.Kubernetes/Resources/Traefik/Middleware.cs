namespace HomelabPortal.Kubernetes;

public sealed record Middleware : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public MiddlewareSpec Spec { get; init => field = value ?? MiddlewareSpec.Empty; } = MiddlewareSpec.Empty;
}
