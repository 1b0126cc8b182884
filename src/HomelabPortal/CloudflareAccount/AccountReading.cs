using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount;

/// <summary>
/// Pure: the last look at token and permissions, together with what all calls have taught since.
/// <code>
/// read refused                      missing          (write of it too)
/// read allowed, write never tried   assumed
/// write refused for want of it      missing, until one succeeds or it is long ago
/// write succeeded                   granted
/// never tried, Cloudflare silent    unknown
/// </code>
/// </summary>
internal sealed record AccountReading
{
    /// <summary>A token's permissions can be edited in place, which only another write would show: after this time one is worth a try.</summary>
    public static readonly TimeSpan RefusalHolds = TimeSpan.FromMinutes(15);

    public TokenState Token { get; init; } = TokenState.Unknown;

    public ValueList<AccountName> Accounts { get; init; } = [];

    /// <summary>Permissions tried by a harmless read, and whether that was allowed.</summary>
    public IReadOnlyDictionary<string, bool> Probed { get; init; } = new Dictionary<string, bool>();

    public DateTimeOffset? CheckedAt { get; init; }

    public DateTimeOffset? ProbedAt { get; init; }

    public int ServingTunnels { get; init; }

    public AccountState With(CloudflareCallLog log, BudgetState budget, DateTimeOffset now) => new(Api(log, budget), Token, budget)
    {
        Accounts = Accounts,
        Capabilities = [.. CapabilityWords.All.Select(capability => new CapabilityState(capability, Standing(capability, log, now)))],
        CheckedAt = CheckedAt,
        AnsweredAt = log.LastAnswer,
        LastCall = log.Last is { } last ? Note(last) : null,
        LastFault = log.LastFault is { } fault ? Note(fault) : null,
        ServingTunnels = ServingTunnels,
    };

    private CapabilityStanding Standing(Capability capability, CloudflareCallLog log, DateTimeOffset now)
    {
        var permission = CapabilityWords.Permission(capability);
        if (log.Refused.TryGetValue(permission, out var refusedAt) && (CapabilityWords.ReadOf(capability) is null || now - refusedAt < RefusalHolds))
            return CapabilityStanding.Missing;
        if (CapabilityWords.ReadOf(capability) is not { } read)
            return !Probed.TryGetValue(permission, out var isGranted) ? CapabilityStanding.Unknown : isGranted ? CapabilityStanding.Granted : CapabilityStanding.Missing;
        if (log.Allowed.Contains(permission))
            return CapabilityStanding.Granted;
        var reading = Standing(read, log, now);
        return reading == CapabilityStanding.Granted ? CapabilityStanding.Assumed : reading;
    }

    private static ApiStanding Api(CloudflareCallLog log, BudgetState budget) => log.Last switch
    {
        _ when budget.PausedUntil is not null => ApiStanding.Paused,
        null => ApiStanding.Unknown,
        { Fault: { } fault } when CloudflareFaults.IsUncertain(fault) => ApiStanding.Silent,
        _ => ApiStanding.Answering,
    };

    private static CallNote Note(Cloudflare.CloudflareCall call) =>
        new(call.What, call.At, call.Fault is { } fault ? CloudflareFaults.Sentence(fault) : null);
}
