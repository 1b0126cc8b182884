namespace HomelabPortal.Kubernetes;

public sealed record Job : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public JobSpec Spec { get; init => field = value ?? JobSpec.Empty; } = JobSpec.Empty;

    public JobStatus Status { get; init => field = value ?? JobStatus.Empty; } = JobStatus.Empty;
}
