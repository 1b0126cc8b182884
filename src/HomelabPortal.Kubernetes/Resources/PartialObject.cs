namespace HomelabPortal.Kubernetes;

/// <summary>An object of any kind of which only the metadata was read (<c>meta/v1 PartialObjectMetadata</c>).</summary>
public sealed record PartialObject : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;
}
