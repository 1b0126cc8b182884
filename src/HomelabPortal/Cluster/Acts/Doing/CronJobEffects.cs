using System.Globalization;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Runs CronJobs now, suspends and resumes them.</summary>
internal sealed class CronJobEffects(OutcomeWatch outcome, TimeProvider time)
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _seenLimit = TimeSpan.FromMinutes(1);

    public async Task RunAsync(KubernetesClient client, ActWish.RunCronJob wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Plan("Make a Job from its template", "Wait until its pod has started");
        progress.Begin("Make a Job from its template");
        var cron = await GuardedPatch.ReadAsync(client, ResourceTypes.CronJobs, wish, seen, cancellationToken);
        var manifest = ManualJob.Of(cron, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var job = await client.CreateAsync(ResourceTypes.Jobs, wish.Namespace, manifest, new PatchOptions { FieldManager = ManagedBy.Portal }, cancellationToken);
        var (name, uid) = ((string)job["metadata"]!["name"]!, (string)job["metadata"]!["uid"]!);
        progress.Begin("Wait until its pod has started", name);
        progress.Conclude($"{await outcome.UntilAsync(state => JobLook(state, wish.Namespace, name, uid), _startLimit, progress, cancellationToken)}");
    }

    public async Task SuspendAsync(KubernetesClient client, ActWish.SuspendCronJob wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Begin(wish.Suspend ? "Suspend it" : "Resume it");
        var answer = await GuardedPatch.MergeAsync(client, ResourceTypes.CronJobs, wish, seen, ActCall.Suspend(wish.Suspend), null, cancellationToken);
        var generation = GuardedPatch.SeenOf(answer).Generation;
        progress.Conclude(await outcome.UntilAsync(
            state => state.CronJobs.Find(wish.Key) switch
            {
                null => throw new ActFault($"{wish.Subject} was deleted meanwhile."),
                { Metadata.Generation: var at } when at < generation => Look.Waits("The change is on its way."),
                { Spec.Suspend: var suspended } when suspended != wish.Suspend => throw new ActFault("Somebody put it back in the same moment."),
                var cron => Look.Done(wish.Suspend ? $"{wish.Name} is suspended." : $"{wish.Name} runs again on its schedule ({cron.Spec.Schedule})."),
            },
            _seenLimit,
            progress,
            cancellationToken));
    }

    private static Look JobLook(ClusterState state, string ns, string name, string uid)
    {
        if (state.Jobs.Find(ns, name) is { } job && job.Status.Conditions.IsTrue("Complete"))
            return Look.Done($"Job {name} has run and is complete.");
        var pod = state.Pods.All.FirstOrDefault(pod => pod.Metadata.Namespace == ns && pod.Metadata.Controller()?.Uid == uid);
        return pod?.Status.Phase switch
        {
            "Running" or "Succeeded" => Look.Done($"Job {name} runs: {pod.Metadata.Name} has started on {pod.Spec.NodeName}."),
            "Failed" => throw new ActFault($"Job {name} was made, but its first pod failed."),
            null => Look.Waits($"Job {name} has no pod yet."),
            _ => Look.Waits($"{pod.Metadata.Name} has not started yet ({Display.PodDisplay.Cells(pod).Status})."),
        };
    }
}
