using System.Collections.Immutable;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Access.Pages.Users;

/// <summary>An account as a row of the table.</summary>
/// <param name="Sessions">How many browsers are signed in as it now.</param>
/// <param name="LastSeen">The latest sign of life of those; null when there are none.</param>
public sealed record UserLine(AccountInfo Account, bool IsYou, int Sessions, DateTimeOffset? LastSeen)
{
    public HealthState State => Account.IsDisabled ? HealthState.Off : Sessions == 0 && !Account.CanSignIn ? HealthState.Degraded : HealthState.Healthy;

    public string Word => Account.IsDisabled ? "Disabled" : Sessions > 0 ? "Signed in" : Account.CanSignIn ? "Active" : "No way in";

    /// <summary>"password, 2 passkeys, Gitea".</summary>
    public string Ways => WaysOf(Account);

    internal static string WaysOf(AccountInfo account)
    {
        string?[] ways =
        [
            account.HasPassword ? "password" : null,
            account.Passkeys switch { 0 => null, 1 => "1 passkey", var count => $"{count} passkeys" },
            .. account.Providers.Distinct(),
        ];
        var known = string.Join(", ", ways.Where(way => way is not null));
        return known.Length == 0 ? "none" : known;
    }

    internal static ImmutableArray<UserLine> Of(AccessState state, string? you, DateTimeOffset now)
    {
        var open = state.Sessions.Values.Where(session => now < session.ExpiresAt).ToLookup(session => session.AccountId);
        return
        [
            .. state.Accounts.Values.OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).Select(account => new UserLine(
                account, account.Id == you, open[account.Id].Count(), open[account.Id].Max(session => (DateTimeOffset?)session.LastSeenAt))),
        ];
    }
}
