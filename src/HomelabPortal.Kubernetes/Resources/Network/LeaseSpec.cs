namespace HomelabPortal.Kubernetes;

public sealed record LeaseSpec
{
    public static LeaseSpec Empty { get; } = new();

    /// <summary>Empty when nobody holds it.</summary>
    public string HolderIdentity { get; init => field = value ?? ""; } = "";

    public int? LeaseDurationSeconds { get; init; }

    public DateTimeOffset? AcquireTime { get; init; }

    public DateTimeOffset? RenewTime { get; init; }

    public int LeaseTransitions { get; init; }
}
