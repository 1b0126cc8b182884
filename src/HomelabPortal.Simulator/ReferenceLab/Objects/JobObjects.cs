using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Jobs, and the pods of them that have ended.</summary>
internal static class JobObjects
{
    /// <summary>The run of a cron job at one of its times; Kubernetes names it for the minute.</summary>
    public static JsonObject Of(JsonObject cron, DateTimeOffset run)
    {
        var (ns, name) = ((string)cron["metadata"]!["namespace"]!, $"{(string)cron["metadata"]!["name"]!}-{run.ToUnixTimeSeconds() / 60}");
        var template = cron["spec"]!["jobTemplate"]!;
        var job = Manifest.New("batch/v1", "Job", ns, name, run).OwnedBy(cron).Annotated(("batch.kubernetes.io/cronjob-scheduled-timestamp", Manifest.Time(run)));
        if (template["metadata"]?["labels"] is { } labels) job["metadata"]!["labels"] = labels.DeepClone();
        job["metadata"]!["generation"] = 1;
        job["spec"] = template["spec"]!.DeepClone();
        Complete(job);
        job["status"] = new JsonObject();
        return job;
    }

    /// <summary>Fills in what the API server does: counts, and the labels by which the job knows its pods.</summary>
    public static void Complete(JsonObject job)
    {
        var (spec, name, uid) = (job["spec"]!, (string)job["metadata"]!["name"]!, (string)job["metadata"]!["uid"]!);
        spec["completions"] ??= 1;
        spec["parallelism"] ??= 1;
        spec["backoffLimit"] ??= 6;
        spec["suspend"] ??= false;
        spec["completionMode"] ??= "NonIndexed";
        spec["selector"] ??= new JsonObject { ["matchLabels"] = new JsonObject { ["batch.kubernetes.io/controller-uid"] = uid } };
        spec["template"]!["metadata"] ??= new JsonObject();
        var metadata = spec["template"]!["metadata"]!;
        if (metadata["labels"] is not JsonObject labels) metadata["labels"] = labels = [];
        (labels["job-name"], labels["batch.kubernetes.io/job-name"], labels["controller-uid"], labels["batch.kubernetes.io/controller-uid"]) = (name, name, uid, uid);
    }

    /// <summary>Gives a job the status of one that is over.</summary>
    public static void Finish(JsonObject job, DateTimeOffset started, DateTimeOffset ended, int succeeded, int failed)
    {
        var status = new JsonObject { ["startTime"] = Manifest.Time(started), ["ready"] = 0, ["terminating"] = 0, ["uncountedTerminatedPods"] = new JsonObject() };
        if (failed > 0) status["failed"] = failed;
        if (succeeded > 0)
        {
            status["succeeded"] = succeeded;
            status["completionTime"] = Manifest.Time(ended);
            status["conditions"] = new JsonArray(
                PodObjects.Condition("SuccessCriteriaMet", true, ended, "CompletionsReached", "Reached expected number of succeeded pods"),
                PodObjects.Condition("Complete", true, ended, "CompletionsReached", "Reached expected number of succeeded pods"));
        }
        else
        {
            status["conditions"] = new JsonArray(
                PodObjects.Condition("FailureTarget", true, ended, "BackoffLimitExceeded", "Job has reached the specified backoff limit"),
                PodObjects.Condition("Failed", true, ended, "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
        }
        job["status"] = status;
    }

    /// <summary>Ends every container of a pod that is not started again.</summary>
    public static void End(JsonObject pod, bool fails, DateTimeOffset at)
    {
        var reason = fails ? "PodFailed" : "PodCompleted";
        pod["status"]!["phase"] = fails ? "Failed" : "Succeeded";
        foreach (var status in pod["status"]!["containerStatuses"]!.AsArray())
        {
            var from = DateTimeOffset.Parse((string)status!["state"]!["running"]!["startedAt"]!);
            (status["ready"], status["started"]) = (false, false);
            status["state"] = new JsonObject { ["terminated"] = PodObjects.Terminated(status, fails ? 1 : 0, fails ? "Error" : "Completed", from, at) };
        }
        var conditions = pod["status"]!["conditions"]!.AsArray();
        for (var i = 0; i < conditions.Count; i++)
        {
            var type = (string)conditions[i]!["type"]!;
            if (type is "Ready" or "ContainersReady") conditions[i] = PodObjects.Condition(type, false, at, reason);
            else if (type is "Initialized" && !fails) conditions[i] = PodObjects.Condition(type, true, at, reason);
        }
    }
}
