namespace HomelabPortal.CloudflareAccount;

/// <summary>The API token; never the secret.</summary>
/// <param name="ExpiresOn">End of validity, if limited.</param>
/// <param name="Problem">What is the matter and what to do; null while it can be used.</param>
public sealed record TokenState(TokenStanding Standing, DateTimeOffset? ExpiresOn = null, string? Problem = null)
{
    /// <summary>Time in which an end that comes near is worth a warning.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromDays(14);

    public static TokenState Unknown { get; } = new(TokenStanding.Unknown);

    /// <summary>Nothing can be done with it until somebody acts.</summary>
    public bool IsDead => Standing is TokenStanding.Disabled or TokenStanding.Expired or TokenStanding.Refused;

    public bool EndsSoon(DateTimeOffset now) => Standing == TokenStanding.Active && ExpiresOn - now < _soon;
}
