namespace HomelabPortal.Kubernetes;

public sealed record CronJobStatus
{
    public static CronJobStatus Empty { get; } = new();

    public IReadOnlyList<ObjectReference> Active { get; init => field = CompactList.Of(value); } = [];

    public DateTimeOffset? LastScheduleTime { get; init; }

    public DateTimeOffset? LastSuccessfulTime { get; init; }
}
