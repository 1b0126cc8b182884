using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Pages;

/// <summary>Who is at this page, as the frame around it shows them.</summary>
/// <param name="Story">One short line under the name.</param>
/// <param name="CanSignOut">False for the demo admin, who would be signed in again by the next page.</param>
public sealed record Person(string Name, string RoleWord, string Story, bool CanSignOut)
{
    /// <summary>Null when nobody is signed in, or the account is gone.</summary>
    internal static Person? Of(AccessState state, Actor actor)
    {
        if (actor.AccountId is not { } id || state.Accounts.GetValueOrDefault(id) is not { } account)
            return null;
        var isDemo = actor.SessionId is { } session && state.Sessions.GetValueOrDefault(session)?.Method == SessionInfo.Demo;
        return new Person(account.Name, account.Role.Word(), isDemo ? "admin of the simulated lab" : account.Role.Word(), !isDemo);
    }
}
