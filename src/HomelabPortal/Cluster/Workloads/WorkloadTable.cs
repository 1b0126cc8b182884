using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Workloads.Schedules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>Keeps the rows of all workloads and makes them anew only when one of them changed or its time has come.</summary>
internal sealed class WorkloadTable
{
    private static readonly WorkloadKind[] _kinds = [.. WorkloadKinds.All];
    private (object, object, object, object, object) _seen;
    private Dictionary<string, WorkloadRow> _known = [];
    private DateTimeOffset? _recheckAt;

    /// <summary>By namespace and name. The same instance as before when nothing changed.</summary>
    public IReadOnlyList<WorkloadRow> Rows { get; private set; } = [];

    public void Update(ClusterState state, DateTimeOffset now)
    {
        (object, object, object, object, object) seen = (state.Deployments.Items, state.StatefulSets.Items, state.DaemonSets.Items, state.Jobs.Items, state.CronJobs.Items);
        if (IsSame(seen) && !(_recheckAt <= now))
            return;
        _seen = seen;
        var rows = All(state, now)
            .Select(row => _known.TryGetValue(row.Uid, out var same) && same == row ? same : row)
            .OrderBy(row => row.Namespace, NaturalOrder.Instance).ThenBy(row => row.Name, NaturalOrder.Instance)
            .ToArray();
        if (!rows.SequenceEqual(Rows))
            Rows = rows;
        _known = rows.ToDictionary(row => row.Uid);
        _recheckAt = rows.Min(row => row.RecheckAt);
    }

    private bool IsSame((object, object, object, object, object) seen) =>
        ReferenceEquals(seen.Item1, _seen.Item1) && ReferenceEquals(seen.Item2, _seen.Item2) && ReferenceEquals(seen.Item3, _seen.Item3)
        && ReferenceEquals(seen.Item4, _seen.Item4) && ReferenceEquals(seen.Item5, _seen.Item5);

    private static IEnumerable<WorkloadRow> All(ClusterState state, DateTimeOffset now)
    {
        var runs = CronJobRuns.All(state);
        return state.Deployments.All.Select(Row)
            .Concat(state.StatefulSets.All.Select(Row))
            .Concat(state.DaemonSets.All.Select(Row))
            .Concat(state.CronJobs.All.Select(cron => Row(cron, [.. runs[cron.Metadata.Key()]], now)))
            .Concat(state.Jobs.All.Select(job => Row(job, now)));
    }

    private static WorkloadRow Row(Deployment item) => WorkloadRow.Of(
        _kinds[0], item.Metadata, WorkloadHealth.Judge(item), WorkloadDisplay.Ready(item), item.Status.UpdatedReplicas, item.Status.AvailableReplicas, item.Spec.Template);

    private static WorkloadRow Row(StatefulSet item) => WorkloadRow.Of(
        _kinds[1], item.Metadata, WorkloadHealth.Judge(item), WorkloadDisplay.Ready(item), item.Status.UpdatedReplicas, item.Status.AvailableReplicas, item.Spec.Template);

    private static WorkloadRow Row(DaemonSet item) => WorkloadRow.Of(
        _kinds[2], item.Metadata, WorkloadHealth.Judge(item), WorkloadDisplay.Ready(item), item.Status.UpdatedNumberScheduled, item.Status.NumberAvailable, item.Spec.Template);

    private static WorkloadRow Row(CronJob item, IReadOnlyList<Job> runs, DateTimeOffset now) => WorkloadRow.Of(
        _kinds[3], item.Metadata, CronJobHealth.Judge(item, runs, now), "", null, null, item.Spec.JobTemplate.Spec.Template, CronSchedule.Parse(item.Spec.Schedule) is { } schedule ? CronWords.Of(schedule) : item.Spec.Schedule);

    private static WorkloadRow Row(Job item, DateTimeOffset now) => WorkloadRow.Of(
        _kinds[4], item.Metadata, JobHealth.Judge(item, now), JobDisplay.Completions(item), null, null, item.Spec.Template);
}
