using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>What one app of a fleet consists of: workload, pods, service, endpoints, route and a claim.</summary>
internal static class FleetApps
{
    public static IEnumerable<JsonObject> Objects(FleetApp app, int firstPod, int nodes, DateTimeOffset now)
    {
        var created = now.AddHours(-24 - app.Number % 600);
        var endpoints = new JsonArray();
        var ready = 0;
        for (var replica = 0; replica < app.Replicas; replica++)
        {
            var number = firstPod + replica;
            var pod = FleetPods.Pod(app, replica, number, nodes, created, now);
            var isReady = FleetPods.IsReady(number);
            if (isReady) ready++;
            endpoints.Add(new JsonObject
            {
                ["addresses"] = new JsonArray(FleetPods.Address(number)),
                ["conditions"] = new JsonObject { ["ready"] = isReady, ["serving"] = isReady, ["terminating"] = false },
                ["nodeName"] = FleetNodes.Name(number % nodes),
                ["targetRef"] = new JsonObject { ["kind"] = "Pod", ["namespace"] = app.Namespace, ["name"] = app.PodName(replica) },
            });
            yield return pod;
            yield return FleetPods.Metrics(app, replica, number, now);
        }
        yield return Workload(app, "Deployment", app.Name, app.DeploymentUid, null, ready, created);
        yield return Workload(app, "ReplicaSet", app.ReplicaSet, app.ReplicaSetUid, Owner("Deployment", app.Name, app.DeploymentUid), ready, created);
        yield return Labelled(app, FleetObjects.Object("v1", "Service", app.Namespace, app.Name, created, new JsonObject
        {
            ["spec"] = new JsonObject
            {
                ["type"] = "ClusterIP",
                ["clusterIP"] = $"10.43.{app.Number / 250}.{1 + app.Number % 250}",
                ["selector"] = Selector(app),
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = 80, ["protocol"] = "TCP", ["targetPort"] = "http" }),
            },
            ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() },
        }));
        var slice = Labelled(app, FleetObjects.Object("discovery.k8s.io/v1", "EndpointSlice", app.Namespace, app.Name + "-xk2vp", created, new JsonObject
        {
            ["addressType"] = "IPv4",
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = 8080, ["protocol"] = "TCP" }),
            ["endpoints"] = endpoints,
        }));
        slice["metadata"]!["labels"]!["kubernetes.io/service-name"] = app.Name;
        yield return slice;
        yield return Labelled(app, FleetObjects.Object("traefik.io/v1alpha1", "IngressRoute", app.Namespace, app.Name, created, Route(app)));
        yield return Labelled(app, FleetObjects.Object("v1", "PersistentVolumeClaim", app.Namespace, app.Name + "-config", created, new JsonObject
        {
            ["spec"] = new JsonObject
            {
                ["storageClassName"] = "longhorn",
                ["accessModes"] = new JsonArray("ReadWriteOnce"),
                ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["storage"] = "5Gi" } },
                ["volumeName"] = "pvc-" + app.DeploymentUid,
            },
            ["status"] = new JsonObject { ["phase"] = "Bound", ["accessModes"] = new JsonArray("ReadWriteOnce"), ["capacity"] = new JsonObject { ["storage"] = "5Gi" } },
        }));
    }

    public static JsonObject Labelled(FleetApp app, JsonObject item)
    {
        item["metadata"]!["labels"] = Selector(app);
        return item;
    }

    public static JsonArray Owner(string kind, string name, string uid) =>
        [new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = kind, ["name"] = name, ["uid"] = uid, ["controller"] = true, ["blockOwnerDeletion"] = true }];

    private static JsonObject Selector(FleetApp app) => new() { ["app.kubernetes.io/name"] = app.Name };

    private static JsonObject Route(FleetApp app) => new()
    {
        ["spec"] = new JsonObject
        {
            ["entryPoints"] = new JsonArray("websecure"),
            ["routes"] = new JsonArray(new JsonObject
            {
                ["kind"] = "Rule",
                ["match"] = $"Host(`{app.Name}.cowlab.org`)",
                ["services"] = new JsonArray(new JsonObject { ["name"] = app.Name, ["port"] = 80 }),
            }),
            ["tls"] = new JsonObject(),
        },
    };

    private static JsonObject Workload(FleetApp app, string kind, string name, string uid, JsonArray? owner, int ready, DateTimeOffset created)
    {
        var item = Labelled(app, FleetObjects.Object("apps/v1", kind, app.Namespace, name, created, new JsonObject
        {
            ["spec"] = new JsonObject
            {
                ["replicas"] = app.Replicas,
                ["selector"] = new JsonObject { ["matchLabels"] = Selector(app) },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = Selector(app) },
                    ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = app.Name, ["image"] = $"ghcr.io/fleet/{app.Name}:v1" }) },
                },
            },
            ["status"] = new JsonObject
            {
                ["observedGeneration"] = 1,
                ["replicas"] = app.Replicas,
                ["updatedReplicas"] = app.Replicas,
                ["readyReplicas"] = ready,
                ["availableReplicas"] = ready,
            },
        }));
        item["metadata"]!["uid"] = uid;
        if (owner is not null) item["metadata"]!["ownerReferences"] = owner;
        return item;
    }
}
