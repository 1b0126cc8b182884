using HomelabPortal.Apps.Checks;
using HomelabPortal.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Api;

/// <summary>One look at an app: at what serves it, at the way in the house, or at the way from the Internet.</summary>
/// <param name="State">The worse of what the lab's objects say and what the check finds.</param>
/// <param name="CheckId">The derived check that asks this again and again; null where there is none. Its latency is under /checks/{id}/history.</param>
/// <param name="LatencyMs">How long its last answer took; null without one.</param>
/// <param name="Uptime24h">From 0 to 1 of the time that is known; null while none is.</param>
internal sealed record AppCheckResource(AppCheckKind Kind, HealthState State, string Words, string? CheckId, double? LatencyMs, double? Uptime24h)
{
    public static AppCheckResource Of(AppCheck look, string host, ChecksState checks)
    {
        var kind = MeasuredChecks.KindOf(look.Kind);
        var check = checks.Of(host).FirstOrDefault(one => one.Kind == kind);
        return new AppCheckResource(look.Kind, look.State, look.Words, check?.Id, check?.Took?.TotalMilliseconds, check?.Day.Share);
    }
}
