using System.Collections.Immutable;
using HomelabPortal.Access.Sessions;

namespace HomelabPortal.Access.Pages;

/// <summary>A session as a row of a table.</summary>
/// <param name="IsThis">The one in which the page is looked at.</param>
/// <param name="WhyNotEnd">Why the person may not end it; null when they may.</param>
public sealed record SessionLine(SessionInfo Session, string Device, bool IsThis, string? WhyNotEnd)
{
    public string Icon => ClientWords.IsPhone(Session.Client) ? "smartphone" : "laptop";

    /// <summary>What holds of one account, this session first, then as last used.</summary>
    internal static ImmutableArray<SessionLine> Of(AccessState state, string accountId, string? thisSession, string? whyNotEnd, DateTimeOffset now) =>
    [
        .. state.Sessions.Values.Where(session => session.AccountId == accountId && now < session.ExpiresAt)
            .OrderByDescending(session => session.Id == thisSession).ThenByDescending(session => session.LastSeenAt).ThenBy(session => session.Id)
            .Select(session => new SessionLine(session, ClientWords.Of(session.Client), session.Id == thisSession, whyNotEnd)),
    ];
}
