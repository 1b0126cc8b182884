using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Makes the pods of jobs, ends them when their work is done, and says how far each job is.</summary>
internal sealed class JobHabit(KubernetesStore store) : ILabHabit
{
    private const int UnknownSeconds = 20;
    private readonly ChangeGate _gate = new(store, ("batch", "jobs"), ("", "pods"));
    private bool _isWorking;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged() && !_isWorking) return;
        var pods = store.List("", "pods").ToLookup(pod => pod.OwnerUid());
        _isWorking = false;
        foreach (var job in store.List("batch", "jobs").Where(job => !job.IsDeleting() && !job.HasEnded()))
        {
            _isWorking = true;
            Follow(job, [.. pods[job.Uid()]], now);
        }
    }

    private void Follow(JsonObject job, IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        foreach (var pod in pods.Where(pod => Phase(pod) == "Running")) Work(pod, now);
        var (succeeded, failed) = (pods.Count(pod => Phase(pod) == "Succeeded"), pods.Count(pod => Phase(pod) == "Failed"));
        var active = pods.Where(pod => Phase(pod) is "Pending" or "Running" && !pod.IsDeleting()).ToList();
        var (wanted, limit) = ((int?)job["spec"]!["completions"] ?? 1, (int?)job["spec"]!["backoffLimit"] ?? 6);
        var started = DateTimeOffset.TryParse((string?)job["status"]?["startTime"], out var known) ? known : now;
        if (succeeded >= wanted || failed > limit)
        {
            store.Edit(job, current => JobObjects.Finish(current, started, now, succeeded, failed));
            var (type, reason, message) = succeeded >= wanted ? ("Normal", "Completed", "Job completed") : ("Warning", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
            LabEvents.Record(store, job, type, reason, message, "job-controller", now);
            return;
        }
        var isSuspended = (bool?)job["spec"]!["suspend"] is true;
        if (isSuspended) foreach (var pod in active) store.Delete("v1", "Pod", pod.Namespace(), pod.Name());
        else if (active.Count < Math.Min((int?)job["spec"]!["parallelism"] ?? 1, wanted - succeeded)) Make(job, pods.Count, now);
        store.Edit(job, current => Write(current, started, active, succeeded, failed, isSuspended, now));
    }

    private void Make(JsonObject job, int made, DateTimeOffset now)
    {
        var ready = job.DeepClone().AsObject();
        JobObjects.Complete(ready);
        var pod = PodObjects.Pending(ready, $"{job.Name()}-{StableId.Suffix($"{job.Uid()}/{made}", 5)}", node: null, now);
        store.Put(pod);
        LabEvents.Record(store, job, "Normal", "SuccessfulCreate", $"Created pod: {pod.Name()}", "job-controller", now);
    }

    private void Work(JsonObject pod, DateTimeOffset now)
    {
        var container = (string)pod["spec"]!["containers"]![0]!["name"]!;
        var task = LabTasks.All.FirstOrDefault(task => task.Name == container && task.Namespace == pod.Namespace());
        var started = (string?)pod["status"]!["containerStatuses"]![0]!["state"]!["running"]?["startedAt"];
        if (started is not null && DateTimeOffset.Parse(started).AddSeconds(task?.Seconds ?? UnknownSeconds) <= now)
            store.Edit(pod, current => JobObjects.End(current, task?.Fails ?? false, now));
    }

    private static void Write(JsonObject job, DateTimeOffset started, IReadOnlyList<JsonObject> active, int succeeded, int failed, bool isSuspended, DateTimeOffset now)
    {
        if (job["status"] is not JsonObject status) job["status"] = status = [];
        (status["active"], status["ready"]) = (isSuspended ? 0 : active.Count, active.Count(pod => pod.IsReady()));
        if (!isSuspended) status["startTime"] = Manifest.Time(started);
        if (succeeded > 0) status["succeeded"] = succeeded;
        if (failed > 0) status["failed"] = failed;
        var was = status["conditions"] is JsonArray { Count: > 0 } conditions && conditions.Any(condition => (string)condition!["type"]! == "Suspended" && (string)condition["status"]! == "True");
        if (was != isSuspended)
            status["conditions"] = new JsonArray(PodObjects.Condition("Suspended", isSuspended, now, isSuspended ? "JobSuspended" : "JobResumed", isSuspended ? "Job suspended" : "Job resumed"));
    }

    private static string Phase(JsonObject pod) => (string?)pod["status"]?["phase"] ?? "Pending";
}
