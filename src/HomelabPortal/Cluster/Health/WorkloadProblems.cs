using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Workloads that lack replicas, unless their pods already tell why; jobs that failed; cron jobs whose last run failed or did not come.
/// A job that a cron job made is the cron job's matter: a later run may have put it right.
/// </summary>
internal static class WorkloadProblems
{
    public static IEnumerable<Problem> Find(ClusterState state, DateTimeOffset now, Func<(string Namespace, OwnerLink Owner), bool> isTold)
    {
        var runs = CronJobRuns.All(state);
        return state.Deployments.All.Select(item => (item.Metadata, Kind: "Deployment", Verdict: WorkloadHealth.Judge(item)))
            .Concat(state.StatefulSets.All.Select(item => (item.Metadata, Kind: "StatefulSet", Verdict: WorkloadHealth.Judge(item))))
            .Concat(state.DaemonSets.All.Select(item => (item.Metadata, Kind: "DaemonSet", Verdict: WorkloadHealth.Judge(item))))
            .Concat(state.CronJobs.All.Select(item => (item.Metadata, Kind: "CronJob", Verdict: CronJobHealth.Judge(item, [.. runs[item.Metadata.Key()]], now))))
            .Concat(state.Jobs.All.Where(item => item.Metadata.Controller()?.Kind != "CronJob").Select(item => (item.Metadata, Kind: "Job", Verdict: JobHealth.Judge(item, now))))
            .Where(item => item.Verdict.NeedsSomeone && !isTold((item.Metadata.Namespace, new OwnerLink(item.Kind, item.Metadata.Name))))
            .Select(item => Of(item.Metadata, item.Kind, item.Verdict));
    }

    private static Problem Of(ObjectMeta item, string kind, Verdict verdict) => new(
        verdict.State, $"{item.Name} {What(kind, verdict)}", verdict.Sentence, ObjectHref.Of(kind, item.Namespace, item.Name) ?? "/cluster/workloads", verdict.Since);

    private static string What(string kind, Verdict verdict) => (kind, verdict.Word) switch
    {
        ("CronJob", "Last run failed") => "failed in its last run",
        ("CronJob", "Missed a run") => "missed a run",
        ("CronJob", "Overrunning") => "takes longer than its schedule allows",
        ("CronJob", _) => "has a schedule that cannot be followed",
        ("Job", "Retrying") => "fails and is tried again",
        ("Job", _) => "has failed",
        (_, "Rollout failed") => "could not be rolled out",
        _ when verdict.State == HealthState.Broken => "is down",
        _ => "lacks replicas",
    };
}
