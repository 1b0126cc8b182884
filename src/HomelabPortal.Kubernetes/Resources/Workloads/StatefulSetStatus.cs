namespace HomelabPortal.Kubernetes;

public sealed record StatefulSetStatus
{
    public static StatefulSetStatus Empty { get; } = new();

    public long ObservedGeneration { get; init; }

    public int Replicas { get; init; }

    public int ReadyReplicas { get; init; }

    public int UpdatedReplicas { get; init; }

    public int CurrentReplicas { get; init; }

    public int AvailableReplicas { get; init; }

    public string CurrentRevision { get; init => field = value ?? ""; } = "";

    public string UpdateRevision { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
