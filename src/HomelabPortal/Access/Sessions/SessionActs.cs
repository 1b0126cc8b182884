using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Sessions;

/// <summary>Ending sessions: one's own, or as an admin those of others.</summary>
internal sealed class SessionActs(SessionBook sessions, ActionRunner runner, AccessStore store)
{
    private const string Gone = "It has ended already.";

    public Task<ActionOutcome> EndAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        if (store.Current.Sessions.GetValueOrDefault(id) is not { } session)
            return Task.FromResult(new ActionOutcome(0, Gone));
        var device = ClientWords.Of(session.Client);
        return session.AccountId == OwnerOf(actor)
            ? EndAsync(Act.EndOwnSession, $"End the own session on {device}", row => row.Id == id, actor, cancellationToken)
            : EndAsync(Act.EndAnySession, $"End {NameOf(session.AccountId)}'s session on {device}", row => row.Id == id, actor, cancellationToken);
    }

    /// <summary>Ends all sessions of the person but the one they ask from.</summary>
    public Task<ActionOutcome> EndOthersAsync(Actor actor, CancellationToken cancellationToken)
    {
        var owner = OwnerOf(actor);
        return EndAsync(Act.EndOwnSession, "End all own sessions but this one", row => row.AccountId == owner && row.Id != actor.SessionId, actor, cancellationToken);
    }

    /// <summary>Ends all sessions of one account, save the one that is asked from.</summary>
    public Task<ActionOutcome> EndAllOfAsync(string accountId, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(
            Act.EndAnySession, $"End all sessions of {NameOf(accountId)}", row => row.AccountId == accountId && row.Id != actor.SessionId, actor, cancellationToken);

    private async Task<ActionOutcome> EndAsync(Act act, string words, Func<SessionRow, bool> which, Actor actor, CancellationToken cancellationToken)
    {
        if (await runner.RefuseAsync(act, words, actor, cancellationToken) is { } refused)
            return refused;
        return new ActionOutcome(0, await sessions.EndAsync(which, words, actor, cancellationToken) > 0 ? null : Gone);
    }

    /// <summary>By the session, not by what the actor says of itself.</summary>
    private string? OwnerOf(Actor actor) => store.Current.Sessions.GetValueOrDefault(actor.SessionId ?? "")?.AccountId;

    private string NameOf(string accountId) => store.Current.Accounts.GetValueOrDefault(accountId)?.Name ?? "an account that is gone";
}
