using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>The pods of a fleet: nearly all run, one in a hundred crash-loops.</summary>
internal static class FleetPods
{
    public static bool IsReady(int number) => number % 100 != 37;

    public static string Address(int number) => $"10.{50 + number / 62_500}.{number / 250 % 250}.{1 + number % 250}";

    public static JsonObject Pod(FleetApp app, int replica, int number, int nodes, DateTimeOffset created, DateTimeOffset now)
    {
        var started = ObjectIdentity.Timestamp(created.AddSeconds(5));
        var ready = IsReady(number);
        var pod = FleetApps.Labelled(app, FleetObjects.Object("v1", "Pod", app.Namespace, app.PodName(replica), created, new JsonObject
        {
            ["spec"] = Spec(app, FleetNodes.Name(number % nodes)),
            ["status"] = new JsonObject
            {
                ["phase"] = "Running",
                ["hostIP"] = $"10.1.{number % nodes / 250}.{1 + number % nodes % 250}",
                ["podIP"] = Address(number),
                ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = Address(number) }),
                ["startTime"] = started,
                ["qosClass"] = "Burstable",
                ["conditions"] = new JsonArray(
                    Condition("Initialized", true, started), Condition("Ready", ready, started), Condition("ContainersReady", ready, started), Condition("PodScheduled", true, started)),
                ["containerStatuses"] = new JsonArray(Container(app, number, ready, started, now)),
            },
        }));
        pod["metadata"]!["ownerReferences"] = FleetApps.Owner("ReplicaSet", app.ReplicaSet, app.ReplicaSetUid);
        return pod;
    }

    public static JsonObject Metrics(FleetApp app, int replica, int number, DateTimeOffset now) =>
        FleetObjects.Object("metrics.k8s.io/v1beta1", "PodMetrics", app.Namespace, app.PodName(replica), now, new JsonObject
        {
            ["timestamp"] = ObjectIdentity.Timestamp(now),
            ["window"] = "20.1s",
            ["containers"] = new JsonArray(new JsonObject
            {
                ["name"] = app.Name,
                ["usage"] = new JsonObject { ["cpu"] = $"{(1 + number * 31 % 200) * 100_000L}n", ["memory"] = $"{20_000 + number * 733 % 300_000}Ki" },
            }),
        });

    private static JsonObject Spec(FleetApp app, string node) => new()
    {
        ["nodeName"] = node,
        ["restartPolicy"] = "Always",
        ["terminationGracePeriodSeconds"] = 30,
        ["serviceAccountName"] = "default",
        ["containers"] = new JsonArray(new JsonObject
        {
            ["name"] = app.Name,
            ["image"] = $"ghcr.io/fleet/{app.Name}:v1",
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["containerPort"] = 8080, ["protocol"] = "TCP" }),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "50m", ["memory"] = "128Mi" } },
            ["imagePullPolicy"] = "IfNotPresent",
            ["volumeMounts"] = new JsonArray(new JsonObject { ["name"] = "config", ["mountPath"] = "/config" }),
        }),
        ["volumes"] = new JsonArray(new JsonObject { ["name"] = "config", ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = app.Name + "-config" } }),
    };

    private static JsonObject Container(FleetApp app, int number, bool ready, string started, DateTimeOffset now) => new()
    {
        ["name"] = app.Name,
        ["image"] = $"ghcr.io/fleet/{app.Name}:v1",
        ["imageID"] = $"ghcr.io/fleet/{app.Name}@sha256:{number:x64}",
        ["containerID"] = $"containerd://{number:x64}",
        ["ready"] = ready,
        ["started"] = ready,
        ["restartCount"] = ready ? number % 3 : 40 + number % 60,
        ["state"] = ready
            ? new JsonObject { ["running"] = new JsonObject { ["startedAt"] = started } }
            : new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "CrashLoopBackOff", ["message"] = "back-off 5m0s restarting failed container" } },
        ["lastState"] = ready ? new JsonObject() : new JsonObject
        {
            ["terminated"] = new JsonObject { ["exitCode"] = 1, ["reason"] = "Error", ["finishedAt"] = ObjectIdentity.Timestamp(now.AddMinutes(-2)) },
        },
    };

    private static JsonObject Condition(string type, bool status, string since) =>
        new() { ["type"] = type, ["status"] = status ? "True" : "False", ["lastProbeTime"] = null, ["lastTransitionTime"] = since };
}
