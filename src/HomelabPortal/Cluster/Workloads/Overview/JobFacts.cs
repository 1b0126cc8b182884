using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Facts;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Workloads.Schedules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>How far a job is, and when a cron job runs.</summary>
internal static class JobFacts
{
    public static IReadOnlyList<Fact> Of(Job job, DateTimeOffset now) => Fact.List(
        new Fact("Status", JobDisplay.Status(job)),
        new Fact("Completions", JobDisplay.Completions(job)),
        Fact.IfAny("Duration", JobDisplay.Duration(job, now)),
        Fact.IfAny("Started", job.Status.StartTime),
        Fact.IfAny("Completed", job.Status.CompletionTime),
        Fact.IfAny("Running now", job.Status.Active > 0 ? Spoken.Count(job.Status.Active, "pod") : null),
        new Fact("Failed tries", job.Spec.BackoffLimit is { } limit ? $"{job.Status.Failed}, and {limit} may be tried again" : $"{job.Status.Failed}"),
        Fact.IfAny("Must be done in", job.Spec.ActiveDeadlineSeconds is { } most ? Spoken.Span(TimeSpan.FromSeconds(most)) : null),
        Fact.IfAny("Deleted", job.Spec.TtlSecondsAfterFinished is { } kept ? $"{Spoken.Span(TimeSpan.FromSeconds(kept))} after it is over" : null),
        job.Metadata.Controller() is { } owner ? new Fact("Made by", [new FactPart($"{owner.Kind} {owner.Name}", ObjectHref.Of(owner.Kind, job.Metadata.Namespace, owner.Name))]) : new Fact("Made by", "somebody, by hand"));

    public static IReadOnlyList<Fact> Of(CronJob cron, DateTimeOffset now)
    {
        var plan = CronPlan.Of(cron, now);
        return Fact.List(
            new Fact("Runs", [new FactPart(plan.Words, Title: cron.Spec.Schedule)]),
            new Fact("Schedule", [new FactPart(cron.Spec.Schedule, IsCode: true)]),
            new Fact("Time zone", Zone(cron, plan)),
            cron.Spec.Suspend ? new Fact("Next run", "none while it is suspended") : plan.Next is { } next ? new Fact("Next run", [FactPart.Moment(next), new FactPart(Local(next, plan))]) : null,
            cron.Status.LastScheduleTime is { } last ? new Fact("Last run", [FactPart.Moment(last), new FactPart(Local(last, plan))]) : new Fact("Last run", "never"),
            Fact.IfAny("Last success", cron.Status.LastSuccessfulTime),
            new Fact("If it still runs", cron.Spec.ConcurrencyPolicy switch { "Forbid" => "the next one is left out", "Replace" => "it is stopped for the next one", _ => "both run" }),
            Fact.IfAny("May start late by", cron.Spec.StartingDeadlineSeconds is { } late ? Spoken.Span(TimeSpan.FromSeconds(late)) : null));
    }

    private static string Zone(CronJob cron, CronPlan plan) => plan.Zone switch
    {
        null when cron.Spec.TimeZone.Length > 0 => $"{cron.Spec.TimeZone}, which this machine does not know",
        null => "not known",
        { IsGuessed: false } zone => zone.Name,
        { Zone: var zone } when zone.BaseUtcOffset == TimeSpan.Zero => "that of the control plane, by its runs UTC",
        { Zone: var zone } => $"that of the control plane, by its last run UTC{(zone.BaseUtcOffset < TimeSpan.Zero ? "−" : "+")}{zone.BaseUtcOffset:h\\:mm}",
    };

    private static string Local(DateTimeOffset at, CronPlan plan) => plan.Zone is null ? "" : TimeZoneInfo.ConvertTime(at, plan.Zone.Zone).ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
