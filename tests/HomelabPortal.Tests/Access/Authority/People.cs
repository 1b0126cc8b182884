using System.Collections.Immutable;
using HomelabPortal.Access;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Access.Authority;

/// <summary>One account of each role with a session and a token that has every scope.</summary>
internal static class People
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static readonly Actor Nobody = new("nobody");

    public static Actor InSession(Role role) => new(role.ToString()) { AccountId = role.ToString(), SessionId = SessionOf(role) };

    public static Actor WithToken(Role role) => new(role.ToString()) { AccountId = role.ToString(), TokenId = TokenOf(role) };

    public static string SessionOf(Role role) => $"session-of-{role}";

    public static string TokenOf(Role role) => $"token-of-{role}";

    /// <summary>Everybody signed in at <see cref="Noon"/>.</summary>
    public static AccessState State(params string[] scopes) => new()
    {
        Accounts = Roles.Select(role => new AccountInfo(role.ToString(), role.ToString(), role, false, Noon, true, 0, [])).ToImmutableDictionary(account => account.Id),
        Sessions = Roles.Select(Session).ToImmutableDictionary(session => session.Id),
        Tokens = Roles.Select(role => Token(role, scopes)).ToImmutableDictionary(token => token.Id),
    };

    public static AccessState Without(this AccessState state, Role role) =>
        state with { Accounts = state.Accounts.SetItem(role.ToString(), state.Accounts[role.ToString()] with { IsDisabled = true }) };

    private static IEnumerable<Role> Roles => Enum.GetValues<Role>();

    private static SessionInfo Session(Role role) => new(SessionOf(role), role.ToString(), "password", Noon, Noon.AddHours(12), Noon, Noon, "10.0.0.9", "a browser");

    private static TokenInfo Token(Role role, string[] scopes) =>
        new(TokenOf(role), role.ToString(), "ci", "hash", "wxyz", [.. scopes], Noon, Noon.AddDays(90), null, null, null);
}
