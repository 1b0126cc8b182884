namespace HomelabPortal.Kubernetes;

public sealed record LonghornBackupTargetStatus
{
    public static LonghornBackupTargetStatus Empty { get; } = new();

    public bool Available { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public DateTimeOffset? LastSyncedAt { get; init; }
}
