using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>A made-up cluster of any size for measurements. The same numbers give the same objects.</summary>
internal static class FleetObjects
{
    private static readonly string[] Spaces = ["media", "home", "apps", "monitoring", "databases", "gitea", "security", "caches"];
    private static readonly string[] Always = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public static IEnumerable<JsonObject> All(int nodes, int pods, DateTimeOffset now)
    {
        var apps = Apps(pods).ToList();
        foreach (var ns in Namespaces(apps.Select(app => app.Namespace), now)) yield return ns;
        for (var node = 0; node < nodes; node++)
        {
            yield return FleetNodes.Node(node, now);
            yield return FleetNodes.Metrics(node, now);
        }
        var first = 0;
        foreach (var app in apps)
        {
            foreach (var item in FleetApps.Objects(app, first, nodes, now)) yield return item;
            first += app.Replicas;
        }
    }

    /// <summary>The four namespaces of every cluster, and more.</summary>
    public static IEnumerable<JsonObject> Namespaces(IEnumerable<string> more, DateTimeOffset now) => Always.Concat(more).Distinct().Select(name =>
        Object("v1", "Namespace", null, name, now, new JsonObject
        {
            ["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") },
            ["status"] = new JsonObject { ["phase"] = "Active" },
        }));

    public static JsonObject Object(string apiVersion, string kind, string? ns, string name, DateTimeOffset created, JsonObject rest)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (ns is not null) metadata["namespace"] = ns;
        metadata["creationTimestamp"] = ObjectIdentity.Timestamp(created);
        rest["apiVersion"] = apiVersion;
        rest["kind"] = kind;
        rest["metadata"] = metadata;
        return rest;
    }

    // One to five replicas each, in eight namespaces and their numbered sisters.
    private static IEnumerable<FleetApp> Apps(int pods)
    {
        for (var (app, left) = (0, pods); left > 0; app++)
        {
            var replicas = Math.Min(left, 1 + app % 5);
            var round = app / 200;
            var ns = Spaces[app % Spaces.Length] + (round == 0 ? "" : $"-{round}");
            yield return new FleetApp(ns, $"app-{app:0000}", replicas, app);
            left -= replicas;
        }
    }
}
