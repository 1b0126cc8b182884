namespace HomelabPortal.Kubernetes;

public sealed record JobStatus
{
    public static JobStatus Empty { get; } = new();

    public int Succeeded { get; init; }

    public int Failed { get; init; }

    public int Active { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? CompletionTime { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
