using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Cron jobs with the jobs and pods that are left of their last runs.</summary>
internal static class TaskObjects
{
    private const int SucceededKept = 2;

    public static IEnumerable<JsonObject> Of(LabTask task, PodAddresses addresses, DateTimeOffset now)
    {
        // A run that would still go on at the start of the lab is left to life.
        var runs = task.IsSuspended ? [] : TaskClock.Of(task).Before(now.AddSeconds(-task.Seconds * 4)).Take(task.Fails ? 1 : SucceededKept).ToList();
        var cron = CronJob(task, now.AddDays(-StableId.Number(task.Name, 200) - 40), runs.Count > 0 ? runs[0] : null);
        yield return cron;
        foreach (var run in runs)
        {
            var job = JobObjects.Of(cron, run);
            var pods = new List<JsonObject>();
            for (var attempt = 0; attempt <= (task.Fails ? task.BackoffLimit : 0); attempt++)
                pods.Add(Pod(task, job, attempt, addresses, run));
            var end = run.AddSeconds(task.Seconds * pods.Count + 4);
            JobObjects.Finish(job, run, end, succeeded: task.Fails ? 0 : 1, failed: task.Fails ? pods.Count : 0);
            yield return job;
            foreach (var pod in pods) yield return pod;
        }
    }

    private static JsonObject CronJob(LabTask task, DateTimeOffset created, DateTimeOffset? last)
    {
        var cron = Manifest.New("batch/v1", "CronJob", task.Namespace, task.Name, created).Labelled(("app.kubernetes.io/name", task.Name)).TrackedBy(task.Namespace);
        cron["metadata"]!["generation"] = 1;
        cron["spec"] = new JsonObject
        {
            ["schedule"] = task.Schedule,
            ["concurrencyPolicy"] = task.RunsAlone ? "Forbid" : "Allow",
            ["suspend"] = task.IsSuspended,
            ["successfulJobsHistoryLimit"] = SucceededKept,
            ["failedJobsHistoryLimit"] = 1,
            ["jobTemplate"] = new JsonObject { ["spec"] = new JsonObject { ["backoffLimit"] = task.BackoffLimit, ["template"] = Template(task) } },
        };
        if (task.TimeZone is not null) cron["spec"]!["timeZone"] = task.TimeZone;
        cron["status"] = new JsonObject();
        if (last is { } at) cron["status"]!["lastScheduleTime"] = Manifest.Time(at);
        if (last is { } done && !task.Fails) cron["status"]!["lastSuccessfulTime"] = Manifest.Time(done.AddSeconds(task.Seconds + 4));
        return cron;
    }

    private static JsonObject Template(LabTask task)
    {
        var container = new JsonObject
        {
            ["name"] = task.Name,
            ["image"] = task.Image,
            ["imagePullPolicy"] = "IfNotPresent",
            ["args"] = new JsonArray([.. task.Arguments.Select(argument => (JsonNode)argument)]),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "100m", ["memory"] = "128Mi" } },
        };
        if (task.Secret is not null)
            container["envFrom"] = new JsonArray(new JsonObject { ["secretRef"] = new JsonObject { ["name"] = task.Secret } });
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray(container), ["restartPolicy"] = "Never", ["terminationGracePeriodSeconds"] = 30, ["dnsPolicy"] = "ClusterFirst",
        };
        if (task.Claim is not null)
        {
            container["volumeMounts"] = new JsonArray(new JsonObject { ["name"] = "data", ["mountPath"] = "/backup", ["readOnly"] = true });
            spec["volumes"] = new JsonArray(new JsonObject { ["name"] = "data", ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = task.Claim, ["readOnly"] = true } });
        }
        return new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["app.kubernetes.io/name"] = task.Name } }, ["spec"] = spec };
    }

    private static JsonObject Pod(LabTask task, JsonObject job, int attempt, PodAddresses addresses, DateTimeOffset run)
    {
        var (name, node) = ((string)job["metadata"]!["name"]!, $"node{1 + StableId.Number(task.Name, 3)}");
        var started = run.AddSeconds(task.Seconds * attempt);
        var pod = PodObjects.Running(job, $"{name}-{StableId.Suffix($"{name}/{attempt}", 5)}", node, addresses.Next(node), started);
        JobObjects.End(pod, task.Fails, started.AddSeconds(task.Seconds));
        return pod;
    }
}
