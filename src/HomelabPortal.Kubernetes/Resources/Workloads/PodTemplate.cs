namespace HomelabPortal.Kubernetes;

public sealed record PodTemplate
{
    public static PodTemplate Empty { get; } = new();

    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public PodTemplateSpec Spec { get; init => field = value ?? PodTemplateSpec.Empty; } = PodTemplateSpec.Empty;
}
