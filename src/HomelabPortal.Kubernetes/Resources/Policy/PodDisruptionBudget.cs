namespace HomelabPortal.Kubernetes;

/// <summary>How many pods of a set may be missing at once by somebody's choice.</summary>
public sealed record PodDisruptionBudget : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public PodDisruptionBudgetSpec Spec { get; init => field = value ?? PodDisruptionBudgetSpec.Empty; } = PodDisruptionBudgetSpec.Empty;

    public PodDisruptionBudgetStatus Status { get; init => field = value ?? PodDisruptionBudgetStatus.Empty; } = PodDisruptionBudgetStatus.Empty;
}
