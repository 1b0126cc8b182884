namespace HomelabPortal.Kubernetes;

public sealed record ArgoApplicationStatus
{
    public static ArgoApplicationStatus Empty { get; } = new();

    /// <summary>"Synced", "OutOfSync" or "Unknown".</summary>
    public ArgoState? Sync { get; init; }

    /// <summary>"Healthy", "Progressing", "Degraded", "Suspended", "Missing" or "Unknown".</summary>
    public ArgoState? Health { get; init; }

    public ArgoOperation? OperationState { get; init; }

    public IReadOnlyList<ArgoCondition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<ArgoResource> Resources { get; init => field = CompactList.Of(value); } = [];

    public DateTimeOffset? ReconciledAt { get; init; }
}
