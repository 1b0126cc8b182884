using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What acts on a CronJob do.
/// <list type="table">
/// <item>run now, a run is active → warns: both run at once, whatever its concurrency policy says</item>
/// <item>run now, suspended → warns: it runs this once and stays suspended</item>
/// <item>suspend what is suspended, resume what is not → refused: nothing to do</item>
/// <item>suspend while a run is active → warns: that one goes on</item>
/// </list>
/// </summary>
internal static class CronJobPlans
{
    public static ActPlan Run(ActPlan plan, CronJob cron) => plan
        .Line(new PlanLine(
            PlanLineKind.Create, $"a Job in {cron.Metadata.Namespace} from its template", null, $"POST /apis/batch/v1/namespaces/{cron.Metadata.Namespace}/jobs",
            $"{{ \"metadata\": {{ \"name\": \"{ManualJob.NameOf(cron.Metadata.Name, "…")}\" }}, \"spec\": (its jobTemplate) }}"))
        .Warning(cron.Status.Active.Count > 0 ? $"{Spoken.Count(cron.Status.Active.Count, "run")} of it {(cron.Status.Active.Count == 1 ? "is" : "are")} active: this one runs beside {(cron.Status.Active.Count == 1 ? "it" : "them")}." : null)
        .Warning(cron.Spec.Suspend ? "It is suspended: it runs this once and stays suspended." : null);

    public static ActPlan Suspend(ActPlan plan, ActWish.SuspendCronJob wish, CronJob cron)
    {
        if (cron.Spec.Suspend == wish.Suspend)
            return plan.Moot(wish.Suspend ? "It is suspended already." : "It is not suspended.");
        return plan
            .Line(new PlanLine(PlanLineKind.Update, $"{wish.Subject}: suspend {Word(cron.Spec.Suspend)} → {Word(wish.Suspend)}", null, $"PATCH {ActCall.Path(wish)}", ActCall.Shown(ActCall.Suspend(wish.Suspend))))
            .Warning(wish.Suspend ? $"It will not run on its schedule ({cron.Spec.Schedule}) until it is resumed." : null)
            .Warning(wish.Suspend && cron.Status.Active.Count > 0 ? "The run that is active goes on." : null);
    }

    private static string Word(bool value) => value ? "true" : "false";
}
