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
                ["name"] = port.Name, ["containerPort"] = port.ContainerPort, ["protocol"] = port.Protocol,
            })]);
        if (app.Ports is [var first, ..])
            (container["readinessProbe"], container["livenessProbe"]) = (Probe(first, 10, 3), Probe(first, 30, 5));
        if (app.Route is not null || app.Environment.Count > 0)
            container["env"] = new JsonArray([Variable("TZ", "Europe/Berlin"), .. app.Environment.Select(entry => Variable(entry.Name, entry.Value)), .. app.Secrets.Select(name => FromSecret(app, name))]);
        if (app.Namespace is not ("kube-system" or "longhorn-system"))
            container["securityContext"] = new JsonObject { ["allowPrivilegeEscalation"] = false, ["capabilities"] = new JsonObject { ["drop"] = new JsonArray("ALL") } };
        var mounts = app.Volumes.Select(volume => Mount(volume.Name, "/" + volume.Name)).Concat(app.Scratch is null ? [] : [Mount("scratch", app.Scratch)]).ToArray();
        if (mounts.Length > 0) container["volumeMounts"] = new JsonArray(mounts);
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
        var volumes = app.Volumes.Select(volume => Volume(volume.Name, "persistentVolumeClaim", new JsonObject { ["claimName"] = StorageObjects.ClaimName(app, volume) }))
            .Concat(app.Scratch is null ? [] : [Volume("scratch", "emptyDir", new JsonObject { ["sizeLimit"] = "2Gi" })]).ToArray();
        if (volumes.Length > 0) spec["volumes"] = new JsonArray(volumes);
        if (app.Helpers.Count > 0)
            spec["initContainers"] = new JsonArray([.. app.Helpers.Select(Helper)]);
        if (app.RunsOnControlPlane || app.Nodes.Contains("node0"))
            spec["tolerations"] = new JsonArray(new JsonObject { ["key"] = "CriticalAddonsOnly", ["operator"] = "Exists" });
        return spec;
    }

    private static JsonNode Helper(LabHelper helper)
    {
        var container = new JsonObject { ["name"] = helper.Name, ["image"] = helper.Image, ["imagePullPolicy"] = "IfNotPresent" };
        if (helper.Stays) container["restartPolicy"] = "Always";
        return container;
    }

    private static JsonObject Probe(LabPort port, int period, int failures) => new()
    {
        ["tcpSocket"] = new JsonObject { ["port"] = port.Name }, ["periodSeconds"] = period, ["timeoutSeconds"] = 2, ["failureThreshold"] = failures, ["successThreshold"] = 1,
    };

    private static JsonObject Variable(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonObject FromSecret(LabApp app, string name) => new()
    {
        ["name"] = name, ["valueFrom"] = new JsonObject { ["secretKeyRef"] = new JsonObject { ["name"] = app.Name, ["key"] = name.ToLowerInvariant().Replace('_', '-') } },
    };

    private static JsonNode Mount(string name, string path) => new JsonObject { ["name"] = name, ["mountPath"] = path };

    private static JsonNode Volume(string name, string kind, JsonObject source) => new JsonObject { ["name"] = name, [kind] = source };
}
