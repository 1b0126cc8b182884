namespace HomelabPortal.Kubernetes;

public sealed record HttpRoute : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public HttpRouteSpec Spec { get; init => field = value ?? HttpRouteSpec.Empty; } = HttpRouteSpec.Empty;

    public HttpRouteStatus Status { get; init => field = value ?? HttpRouteStatus.Empty; } = HttpRouteStatus.Empty;
}
