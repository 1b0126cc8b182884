using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Checks.Api;

/// <summary>One check, as it stands now.</summary>
/// <param name="IsDerived">It follows from a name of the lab: it can be silenced and paused, not changed.</param>
/// <param name="Host">The name of the lab that a derived one is about; empty for the others.</param>
/// <param name="Question">What is asked, with dots for the values in the query of an address; null for a derived one.</param>
/// <param name="Words">What the last try found.</param>
/// <param name="LatencyMs">How long the last answer took.</param>
/// <param name="Fails">Failures in a row.</param>
/// <param name="Uptime24h">From 0 to 1 of the time that is known; null while none is.</param>
internal sealed record CheckResource(
    string Id, string Name, string Group, CheckKind Kind, string Target, bool IsDerived, string Host, CheckQuestion? Question, int IntervalSeconds, int? TimeoutSeconds, int DownAfter, int? UpAfter,
    CheckSeverity Severity, bool IsPaused, CheckPhase Phase, HealthState State, string Words, DateTimeOffset? At, double? LatencyMs, DateTimeOffset? Since, int Fails,
    DateTimeOffset? SilentUntil, string? SilencedBy, double? Uptime24h, double? Uptime7d, double? Uptime30d)
{
    public static CheckResource Of(CheckSummary now, DesiredCheck? wanted) => new(
        now.Id, now.Name, now.Group, now.Kind, now.Target, now.IsDerived, now.Host, Shown(wanted?.Question), (int)now.Interval.TotalSeconds, wanted?.TimeoutSeconds, now.DownAfter, wanted?.UpAfter,
        now.Severity, now.Phase == CheckPhase.Off, now.Phase, now.State, now.Words, now.At, now.Took?.TotalMilliseconds, now.Since, now.Fails,
        now.SilentUntil, now.SilencedBy, now.Day.Share, now.Week.Share, now.Month.Share);

    /// <summary>As it is right after it was saved, before it was asked.</summary>
    public static CheckResource Saved(DesiredCheck check) => Of(
        new CheckSummary(check.Id, check.Name, check.Group, CheckKinds.Of(check.Question), check.Question.Target)
        {
            Interval = TimeSpan.FromSeconds(check.IntervalSeconds), DownAfter = check.DownAfter, Severity = check.Severity, Phase = check.IsPaused ? CheckPhase.Off : CheckPhase.Unknown,
        },
        check);

    public static string TagOf(DesiredCheck check) => EntityTags.Of(DesiredJson.Write(check));

    public ApiAnswer ToAnswer(DesiredCheck? check) => ApiAnswer.Of(this, EntityTags.Of(check is null ? Id : DesiredJson.Write(check), $"{At:O} {Phase} {SilentUntil:O} {Words}"));

    private static CheckQuestion? Shown(CheckQuestion? question) => question is HttpQuestion http ? http with { Url = http.Target } : question;
}
