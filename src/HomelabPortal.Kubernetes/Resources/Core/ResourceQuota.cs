namespace HomelabPortal.Kubernetes;

/// <summary>What a namespace may use at most.</summary>
public sealed record ResourceQuota : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public ResourceQuotaSpec Spec { get; init => field = value ?? ResourceQuotaSpec.Empty; } = ResourceQuotaSpec.Empty;

    public ResourceQuotaStatus Status { get; init => field = value ?? ResourceQuotaStatus.Empty; } = ResourceQuotaStatus.Empty;
}
