using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Pods.Api;
using HomelabPortal.Cluster.Pods.Containers;
using HomelabPortal.Cluster.Workloads.Overview;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads.Api;

/// <summary>A workload with what belongs to it.</summary>
/// <param name="Manager">The tool that keeps it, such as "Argo CD (media)"; null when nobody does.</param>
/// <param name="ManagerReverts">Whether that tool puts changes by hand back.</param>
/// <param name="Selector">Which pods it counts as its own.</param>
/// <param name="Schedule">Of a cron job only.</param>
/// <param name="Revisions">Of a deployment only, newest first.</param>
/// <param name="Runs">Of a cron job only, newest first.</param>
internal sealed record WorkloadDetailResource(
    SeenResource Seen, string Kind, string Namespace, string Name, HealthState State, string Word, string Sentence, string? Manager, bool ManagerReverts, string Selector,
    IReadOnlyList<PodResource> Pods, IReadOnlyList<PodContainerResource> Containers, ScheduleResource? Schedule,
    IReadOnlyList<WorkloadRevisionResource> Revisions, IReadOnlyList<JobRunResource> Runs, DateTimeOffset? Created)
{
    public static WorkloadDetailResource Of(Workload workload, LiveValue<ClusterState> live, DateTimeOffset now)
    {
        var (state, item, manager) = (live.Value, workload.Metadata, ManagedBy.Of(workload.Metadata, live.Value));
        var cron = workload.Kind.Name == "CronJob" ? state.CronJobs.Find(item.Key()) : null;
        return new WorkloadDetailResource(
            SeenResource.Of(live, workload.Kind.Status(state)), workload.Kind.Plural, item.Namespace, item.Name,
            workload.Verdict.State, workload.Verdict.Word, workload.Verdict.Sentence, manager?.Words, manager?.Reverts ?? false, WorkloadDisplay.Selector(workload.Selector),
            [.. WorkloadPods.Of(state, workload.Kind.Name, item).Select(PodResource.Of)], [.. TemplateContainers.Of(workload.Template).Select(PodContainerResource.OfTemplate)],
            cron is null ? null : ScheduleResource.Of(cron, now),
            workload.Kind.Name == "Deployment" ? [.. RevisionRow.Of(item, state).Select(WorkloadRevisionResource.Of)] : [],
            cron is null ? [] : [.. RunRow.Of(cron, state, now).Select(JobRunResource.Of)], item.CreationTimestamp);
    }
}
