using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Authority;

/// <summary>
/// Decides whether an actor may do an act now. Nothing the caller carries is believed: the session or token is looked up
/// in the current state, so that what was revoked a moment ago is refused.
/// </summary>
internal static class ActDecision
{
    /// <summary>Why not, or null when they may.</summary>
    public static AccessRefusal? WhyNot(AccessState state, Actor actor, Act act, DateTimeOffset now)
    {
        var rule = ActTable.Of(act);
        if (actor.IsPortal)
            return null;
        if (actor.TokenId is { } tokenId)
            return WhyNotByToken(state, tokenId, rule, now);
        if (actor.SessionId is not { } sessionId || state.FindSession(sessionId, now) is not { } session)
            return new AccessRefusal(AccessRefusalKind.SignedOut, "You are not signed in any more. Sign in and try again.");
        if (state.FindActiveAccount(session.AccountId) is not { } account)
            return Ended;
        if (account.Role < rule.Role)
            return TooLow(rule, account.Role);
        return rule.NeedsProof && !session.IsFresh(now)
            ? new AccessRefusal(AccessRefusalKind.NeedsProof, $"Confirm who you are to {rule.Words}.")
            : null;
    }

    private static AccessRefusal Ended => new(AccessRefusalKind.SignedOut, "This account was disabled. Ask an admin.");

    private static AccessRefusal? WhyNotByToken(AccessState state, string tokenId, ActRule rule, DateTimeOffset now)
    {
        if (state.FindToken(tokenId, now) is not { } token)
            return new AccessRefusal(AccessRefusalKind.SignedOut, "The token was revoked or has expired. Make a new one.");
        if (state.FindActiveAccount(token.AccountId) is not { } account)
            return Ended;
        if (rule.Scope is null)
            return new AccessRefusal(AccessRefusalKind.Scope, $"No token can {rule.Words}; it takes a person.");
        if (!token.Scopes.Contains(rule.Scope))
            return new AccessRefusal(AccessRefusalKind.Scope, $"The token lacks the scope {rule.Scope}, which it takes to {rule.Words}.");
        return account.Role < rule.Role ? TooLow(rule, account.Role) : null;
    }

    private static AccessRefusal TooLow(ActRule rule, Role role) => new(
        AccessRefusalKind.Role, $"Only {Article(rule.Role)} may {rule.Words}. You are {Article(role)}.");

    private static string Article(Role role) => role == Role.Viewer ? "a viewer" : role == Role.Operator ? "an operator" : "an admin";
}
