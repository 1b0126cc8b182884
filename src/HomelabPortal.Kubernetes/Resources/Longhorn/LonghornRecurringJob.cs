namespace HomelabPortal.Kubernetes;

public sealed record LonghornRecurringJob : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornRecurringJobSpec Spec { get; init => field = value ?? LonghornRecurringJobSpec.Empty; } = LonghornRecurringJobSpec.Empty;
}
