namespace HomelabPortal.Kubernetes;

public sealed record DeploymentStatus
{
    public static DeploymentStatus Empty { get; } = new();

    public long ObservedGeneration { get; init; }

    public int Replicas { get; init; }

    public int UpdatedReplicas { get; init; }

    public int ReadyReplicas { get; init; }

    public int AvailableReplicas { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
