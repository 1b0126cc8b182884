namespace HomelabPortal.Kubernetes;

public sealed record Namespace : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public NamespaceStatus Status { get; init => field = value ?? NamespaceStatus.Empty; } = NamespaceStatus.Empty;
}
