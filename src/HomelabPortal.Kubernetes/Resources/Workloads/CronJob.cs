namespace HomelabPortal.Kubernetes;

public sealed record CronJob : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public CronJobSpec Spec { get; init => field = value ?? CronJobSpec.Empty; } = CronJobSpec.Empty;

    public CronJobStatus Status { get; init => field = value ?? CronJobStatus.Empty; } = CronJobStatus.Empty;
}
