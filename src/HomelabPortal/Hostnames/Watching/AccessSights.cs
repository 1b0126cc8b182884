using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Logins;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>Pure: which places the applications of Cloudflare Access stand in front of.</summary>
internal static class AccessSights
{
    public static AccessSight Of(LiveValue<LoginState> live) => live switch
    {
        { Fault: { } fault } => new AccessSight([], fault),
        { IsLoading: true } => AccessSight.Unseen,
        _ => new AccessSight([.. live.Value.Applications.Where(application => application.IsForNames).SelectMany(application => application.Places.Select(place => Guard(application, place, live.Value)))], null),
    };

    private static AccessGuard Guard(LiveLoginApplication application, string place, LoginState state)
    {
        var bare = place.Contains("://", StringComparison.Ordinal) ? place[(place.IndexOf("://", StringComparison.Ordinal) + 3)..] : place;
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        var (domain, path) = slash < 0 ? (bare, "") : (bare[..slash], bare[slash..]);
        var policies = application.Policies.Select(state.FindPolicy).ToList();
        // The first policy that takes a visitor decides; with a bypass in front nobody is asked.
        var opens = policies is [{ Decision: "bypass" }, ..];
        return new AccessGuard(application.ReadableName, domain.ToLowerInvariant(), path, opens);
    }
}
