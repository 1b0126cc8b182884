namespace HomelabPortal.Kubernetes;

public sealed record PodDisruptionBudgetStatus
{
    public static PodDisruptionBudgetStatus Empty { get; } = new();

    public long ObservedGeneration { get; init; }

    public int DisruptionsAllowed { get; init; }

    public int CurrentHealthy { get; init; }

    public int DesiredHealthy { get; init; }

    public int ExpectedPods { get; init; }
}
