using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Writing;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The workload of an app, its ReplicaSet where it has one, and its pods.</summary>
internal static class WorkloadObjects
{
    private const string RevisionKey = "deployment.kubernetes.io/revision";
    private const string Revision = "3";
    private const string Earlier = "2";

    public static IEnumerable<JsonObject> Of(LabApp app, PodAddresses addresses, DateTimeOffset now)
    {
        var created = now.AddDays(-app.AgeDays).AddMinutes(-StableId.Number(app.Name, 600));
        var workload = Manifest.New("apps/v1", app.Kind.ToString(), app.Namespace, app.Name, created)
            .Labelled(("app.kubernetes.io/name", app.Name)).TrackedBy(app.Owner);
        if (app.IsAddon) workload.AppliedByK3s("Addon", app.Name);
        workload["metadata"]!["generation"] = 1;
        workload["spec"] = Spec(app);
        // As the server would have stored it; else the first patch looks like a change of the template.
        Defaults.Fill(ResourceCatalog.BuiltIn.ByKind("apps/v1", app.Kind.ToString())!, workload);
        workload["status"] = WorkloadStatus.Of(app.Kind, app.Nodes.Count, app.CrashLoops ? 0 : app.Nodes.Count, generation: 1, created);
        yield return workload;

        var owner = workload;
        if (app.Kind is LabWorkloadKind.StatefulSet)
            (workload["status"]!["currentRevision"], workload["status"]!["updateRevision"]) = (Templates.RevisionOf(workload), Templates.RevisionOf(workload));
        if (app.Kind is LabWorkloadKind.Deployment)
        {
            workload.Annotated((RevisionKey, Revision));
            yield return owner = ReplicaSet(workload, created, app.CrashLoops ? 0 : app.Nodes.Count);
            workload["status"]!["conditions"]![0]!["message"] = $"ReplicaSet \"{(string)owner["metadata"]!["name"]!}\" has successfully progressed.";
            if (PreviousImage.Of(app.Image) is { } before) yield return Older(workload, before, created);
        }
        for (var i = 0; i < app.Nodes.Count; i++)
            yield return Pod(app, owner, i, addresses, now);
    }

    public static JsonObject ReplicaSet(JsonObject deployment, DateTimeOffset created, int ready)
    {
        var name = (string)deployment["metadata"]!["name"]!;
        var hash = Templates.HashOf(deployment);
        var replicas = (int?)deployment["spec"]!["replicas"] ?? 1;
        var result = Manifest.New("apps/v1", "ReplicaSet", (string)deployment["metadata"]!["namespace"]!, $"{name}-{hash}", created)
            .Labelled(("app.kubernetes.io/name", name), ("pod-template-hash", hash))
            .Annotated((RevisionKey, Revision))
            .OwnedBy(deployment);
        result["metadata"]!["generation"] = 1;
        result["spec"] = new JsonObject
        {
            ["replicas"] = replicas,
            ["selector"] = deployment["spec"]!["selector"]!.DeepClone(),
            ["template"] = deployment["spec"]!["template"]!.DeepClone(),
        };
        result["spec"]!["selector"]!["matchLabels"]![Templates.PodHash] = hash;
        result["spec"]!["template"]!["metadata"]!["labels"]![Templates.PodHash] = hash;
        result["status"] = new JsonObject
        {
            ["replicas"] = replicas, ["fullyLabeledReplicas"] = replicas, ["readyReplicas"] = ready, ["availableReplicas"] = ready, ["observedGeneration"] = 1,
        };
        return result;
    }

    /// <summary>What the Deployment was before its last change, kept as its history.</summary>
    private static JsonObject Older(JsonObject deployment, string image, DateTimeOffset created)
    {
        var before = deployment.DeepClone().AsObject();
        before["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = image;
        var set = ReplicaSet(before, created.AddDays(-20), ready: 0).Annotated((RevisionKey, Earlier));
        set["spec"]!["replicas"] = 0;
        set["status"] = new JsonObject { ["replicas"] = 0, ["observedGeneration"] = 1 };
        return set;
    }

    private static JsonObject Spec(LabApp app)
    {
        var spec = new JsonObject
        {
            ["selector"] = new JsonObject { ["matchLabels"] = PodTemplate.Labels(app) },
            ["template"] = PodTemplate.Of(app),
        };
        if (app.Kind is not LabWorkloadKind.DaemonSet) spec["replicas"] = app.Nodes.Count;
        if (app.Kind is LabWorkloadKind.StatefulSet) spec["serviceName"] = app.Name;
        if (app.Kind is LabWorkloadKind.Deployment) spec["strategy"] = new JsonObject { ["type"] = app.Volumes.Count > 0 ? "Recreate" : "RollingUpdate" };
        else spec["updateStrategy"] = new JsonObject { ["type"] = "RollingUpdate" };
        return spec;
    }

    private static JsonObject Pod(LabApp app, JsonObject owner, int index, PodAddresses addresses, DateTimeOffset now)
    {
        var ownerName = (string)owner["metadata"]!["name"]!;
        var name = app.Kind is LabWorkloadKind.StatefulSet ? $"{ownerName}-{index}" : $"{ownerName}-{StableId.Suffix(ownerName + index, 5)}";
        var started = now.AddHours(-app.PodAgeHours).AddMinutes(-StableId.Number(name, 2400));
        var pod = PodObjects.Running(owner, name, app.Nodes[index], addresses.Next(app.Nodes[index]), started);
        if (app.CrashLoops) CrashLoop.Waiting(pod, app.Restarts, now.AddMinutes(-2));
        else if (app.Restarts > 0) PodObjects.Restarted(pod, app.Restarts, 137, "OOMKilled", now.AddHours(-7));
        return pod;
    }
}
