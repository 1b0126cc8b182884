using HomelabPortal.Ui.State;

namespace HomelabPortal.Access.Tokens;

/// <summary>One token as its owner's table shows it.</summary>
internal sealed record TokenLine(TokenInfo Token, HealthState State, string Word)
{
    /// <summary>Ending soon enough that somebody should make its successor.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromDays(14);

    public bool Holds => State is HealthState.Healthy or HealthState.Degraded;

    /// <summary>What holds first, then what has ended, each by name.</summary>
    public static List<TokenLine> Of(AccessState state, string? accountId, DateTimeOffset now) =>
    [
        .. state.Tokens.Values.Where(token => token.AccountId == accountId)
            .Select(token => Of(token, now))
            .OrderByDescending(line => line.Holds)
            .ThenBy(line => line.Token.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static TokenLine Of(TokenInfo token, DateTimeOffset now) => token switch
    {
        { RevokedAt: not null } => new(token, HealthState.Off, "Revoked"),
        _ when now >= token.ExpiresAt => new(token, HealthState.Off, "Expired"),
        _ when token.ExpiresAt - now <= _soon => new(token, HealthState.Degraded, "Ends soon"),
        _ => new(token, HealthState.Healthy, "Active"),
    };
}
