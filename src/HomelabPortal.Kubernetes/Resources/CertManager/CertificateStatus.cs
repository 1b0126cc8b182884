namespace HomelabPortal.Kubernetes;

public sealed record CertificateStatus
{
    public static CertificateStatus Empty { get; } = new();

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    public DateTimeOffset? RenewalTime { get; init; }

    public int FailedIssuanceAttempts { get; init; }

    public DateTimeOffset? LastFailureTime { get; init; }
}
