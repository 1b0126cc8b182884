using System.Collections.Immutable;

namespace HomelabPortal.Access;

/// <summary>Who has an account, who is signed in, which tokens are out: one snapshot, replaced at every change.</summary>
public sealed record AccessState
{
    public static AccessState Empty { get; } = new();

    public ImmutableDictionary<string, AccountInfo> Accounts { get; init; } = ImmutableDictionary<string, AccountInfo>.Empty;

    /// <summary>Sessions that have not ended; expired ones may still be among them.</summary>
    public ImmutableDictionary<string, SessionInfo> Sessions { get; init; } = ImmutableDictionary<string, SessionInfo>.Empty;

    public ImmutableDictionary<string, TokenInfo> Tokens { get; init; } = ImmutableDictionary<string, TokenInfo>.Empty;

    public ImmutableArray<InvitationInfo> Invitations { get; init; } = [];

    public AccountInfo? FindActiveAccount(string id) => Accounts.GetValueOrDefault(id) is { IsDisabled: false } account ? account : null;

    public SessionInfo? FindSession(string id, DateTimeOffset now) =>
        Sessions.GetValueOrDefault(id) is { } session && now < session.ExpiresAt ? session : null;

    public TokenInfo? FindToken(string id, DateTimeOffset now) =>
        Tokens.GetValueOrDefault(id) is { RevokedAt: null } token && now < token.ExpiresAt ? token : null;
}
