using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The pod template of an app, as its Deployment, StatefulSet or DaemonSet holds it.</summary>
internal static class PodTemplate
{
    public static JsonObject Of(LabApp app)
    {
        var container = new JsonObject
        {
            ["name"] = app.Name,
            ["image"] = app.Image,
            ["imagePullPolicy"] = "IfNotPresent",
            ["resources"] = new JsonObject
            {
                ["requests"] = new JsonObject { ["cpu"] = $"{app.CpuRequestMilli}m", ["memory"] = $"{app.MemoryRequestMebi}Mi" },
                ["limits"] = new JsonObject { ["memory"] = $"{Math.Max(app.MemoryRequestMebi, app.MemoryUseMebi) * 2}Mi" },
            },
        };
        if (app.Ports.Count > 0)
            container["ports"] = new JsonArray([.. app.Ports.Select(port => (JsonNode)new JsonObject
            {
                ["name"] = port.Name, ["containerPort"] = port.ContainerPort, ["protocol"] = "TCP",
            })]);
        if (app.Volumes.Count > 0)
            container["volumeMounts"] = new JsonArray([.. app.Volumes.Select(volume => (JsonNode)new JsonObject
            {
                ["name"] = volume.Name, ["mountPath"] = "/" + volume.Name,
            })]);
        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["labels"] = Labels(app) },
            ["spec"] = Spec(app, container),
        };
    }

    public static JsonObject Labels(LabApp app) => new() { ["app.kubernetes.io/name"] = app.Name };

    private static JsonObject Spec(LabApp app, JsonObject container)
    {
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray(container),
            ["restartPolicy"] = "Always",
            ["terminationGracePeriodSeconds"] = 30,
            ["dnsPolicy"] = "ClusterFirst",
            ["serviceAccountName"] = "default",
            ["schedulerName"] = "default-scheduler",
        };
        if (app.Volumes.Count > 0)
            spec["volumes"] = new JsonArray([.. app.Volumes.Select(volume => (JsonNode)new JsonObject
            {
                ["name"] = volume.Name,
                ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = StorageObjects.ClaimName(app, volume) },
            })]);
        if (app.RunsOnControlPlane || app.Nodes.Contains("node0"))
            spec["tolerations"] = new JsonArray(new JsonObject { ["key"] = "CriticalAddonsOnly", ["operator"] = "Exists" });
        return spec;
    }
}
