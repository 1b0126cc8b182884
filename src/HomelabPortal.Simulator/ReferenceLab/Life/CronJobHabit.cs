using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Starts the jobs that are due, and forgets the oldest ones.</summary>
internal sealed class CronJobHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("batch", "cronjobs"), ("batch", "jobs"));
    private DateTimeOffset _minute;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        var minute = TaskClock.Minute(now);
        var isNew = minute != _minute;
        _minute = minute;
        if (!_gate.HasChanged() && !isNew) return;
        var jobs = store.List("batch", "jobs").ToLookup(job => job.OwnerUid());
        foreach (var cron in store.List("batch", "cronjobs").Where(item => !item.IsDeleting()))
        {
            var own = jobs[cron.Uid()].ToList();
            if (isNew) Start(cron, own, minute, now);
            Forget(cron, own, "Complete", (int?)cron["spec"]!["successfulJobsHistoryLimit"] ?? 3);
            Forget(cron, own, "Failed", (int?)cron["spec"]!["failedJobsHistoryLimit"] ?? 1);
            WriteStatus(cron, own);
        }
    }

    private void Start(JsonObject cron, List<JsonObject> jobs, DateTimeOffset minute, DateTimeOffset now)
    {
        if ((bool?)cron["spec"]!["suspend"] is true || !new TaskClock((string)cron["spec"]!["schedule"]!, (string?)cron["spec"]!["timeZone"]).IsDue(minute)) return;
        if ((string?)cron["spec"]!["concurrencyPolicy"] is "Forbid" && jobs.Any(job => !job.HasEnded()))
        {
            LabEvents.Record(store, cron, "Normal", "JobAlreadyActive", "Not starting job because prior execution is running and concurrency policy is Forbid", "cronjob-controller", now);
            return;
        }
        var job = JobObjects.Of(cron, minute);
        if (store.Get("batch/v1", "Job", job.Namespace(), job.Name()) is null) jobs.Add(store.Put(job));
        store.Edit(cron, current => Status(current)["lastScheduleTime"] = Manifest.Time(minute));
        LabEvents.Record(store, cron, "Normal", "SuccessfulCreate", $"Created job {job.Name()}", "cronjob-controller", now);
    }

    private void Forget(JsonObject cron, IEnumerable<JsonObject> jobs, string ended, int kept)
    {
        foreach (var job in jobs.Where(job => job.HasEnded(ended)).OrderByDescending(job => (string)job["metadata"]!["creationTimestamp"]!, StringComparer.Ordinal).Skip(kept))
            store.Delete("batch/v1", "Job", cron.Namespace(), job.Name());
    }

    private void WriteStatus(JsonObject cron, IReadOnlyList<JsonObject> jobs) => store.Edit(cron, current =>
    {
        var active = jobs.Where(job => !job.HasEnded()).Select(job => (JsonNode)new JsonObject
        {
            ["apiVersion"] = "batch/v1", ["kind"] = "Job", ["namespace"] = job.Namespace(), ["name"] = job.Name(), ["uid"] = job.Uid(),
        }).ToArray();
        var status = Status(current);
        if (active.Length > 0) status["active"] = new JsonArray(active);
        else status.Remove("active");
        var success = jobs.Select(job => (string?)job["status"]?["completionTime"]).Append((string?)status["lastSuccessfulTime"]).Max(StringComparer.Ordinal);
        if (success is not null) status["lastSuccessfulTime"] = success;
    });

    private static JsonObject Status(JsonObject cron)
    {
        if (cron["status"] is not JsonObject status) cron["status"] = status = [];
        return status;
    }
}
