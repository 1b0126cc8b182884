namespace HomelabPortal.Kubernetes;

public sealed record DaemonSetStatus
{
    public static DaemonSetStatus Empty { get; } = new();

    public long ObservedGeneration { get; init; }

    public int DesiredNumberScheduled { get; init; }

    public int CurrentNumberScheduled { get; init; }

    public int NumberReady { get; init; }

    public int UpdatedNumberScheduled { get; init; }

    public int NumberAvailable { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
