using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The copies of a Longhorn volume and the engine that writes them.</summary>
internal static class LonghornReplicas
{
    public static string DiskOf(string node) => StableId.Uid("disk/" + node);

    public static JsonObject Whole(string volume, long size, string node, DateTimeOffset made, bool isRunning)
        => Replica(volume, size, node, made, isRunning ? "running" : "stopped", failedAt: null, healthyAt: made);

    public static JsonObject Filling(string volume, long size, string node, DateTimeOffset made)
        => Replica(volume, size, node, made, "running", failedAt: null, healthyAt: null);

    public static JsonObject Failed(string volume, long size, string node, DateTimeOffset made, DateTimeOffset failedAt)
        => Replica(volume, size, node, made, "stopped", failedAt, healthyAt: null);

    /// <param name="progress">Per cent of the replica that is being filled; null when none is.</param>
    public static JsonObject Engine(string volume, long size, string node, IReadOnlyList<JsonObject> replicas, DateTimeOffset made, int? progress)
    {
        var (addresses, modes, rebuilds) = (new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var replica in replicas.Where(replica => (string)replica["status"]!["currentState"]! == "running"))
        {
            var name = (string)replica["metadata"]!["name"]!;
            var isWhole = (string)replica["spec"]!["healthyAt"]! != "";
            addresses[name] = Address(volume, name);
            modes[name] = isWhole ? "RW" : "WO";
            if (!isWhole && progress is { } percent) rebuilds[$"tcp://{Address(volume, name)}"] = Rebuild(percent, addresses.First().Value!.ToString());
        }

        return Manifest.New(LonghornObjects.Api, "Engine", LonghornObjects.Namespace, volume + "-e-0", made).Labelled(("longhornvolume", volume), ("longhornnode", node))
            .With("spec", new JsonObject { ["volumeName"] = volume, ["volumeSize"] = size.ToString(), ["nodeID"] = node, ["active"] = true, ["desireState"] = "running", ["replicaAddressMap"] = addresses.DeepClone() })
            .With("status", new JsonObject
            {
                ["currentState"] = "running", ["started"] = true, ["currentReplicaAddressMap"] = addresses, ["replicaModeMap"] = modes,
                ["rebuildStatus"] = rebuilds, ["conditions"] = new JsonArray(),
            });
    }

    public static JsonObject Rebuild(int percent, string from) => new()
    {
        ["isRebuilding"] = percent < 100,
        ["progress"] = percent,
        ["state"] = percent < 100 ? "in_progress" : "complete",
        ["error"] = "",
        ["fromReplicaAddress"] = $"tcp://{from}",
    };

    private static string Address(string volume, string replica) => $"10.42.{1 + StableId.Number(replica, 3)}.{10 + StableId.Number(volume, 200)}:{10000 + StableId.Number(replica, 2000) * 10}";

    private static JsonObject Replica(string volume, long size, string node, DateTimeOffset made, string state, DateTimeOffset? failedAt, DateTimeOffset? healthyAt)
        => Manifest.New(LonghornObjects.Api, "Replica", LonghornObjects.Namespace, $"{volume}-r-{StableId.Hex(volume + node, 8)}", made)
            .Labelled(("longhornvolume", volume), ("longhornnode", node))
            .With("spec", new JsonObject
            {
                ["volumeName"] = volume,
                ["volumeSize"] = size.ToString(),
                ["nodeID"] = node,
                ["diskID"] = DiskOf(node),
                ["diskPath"] = "/var/lib/longhorn",
                ["active"] = true,
                ["desireState"] = state,
                ["failedAt"] = failedAt is { } failed ? Manifest.Time(failed) : "",
                ["healthyAt"] = healthyAt is { } healthy ? Manifest.Time(healthy) : "",
            })
            .With("status", new JsonObject { ["currentState"] = state, ["started"] = state == "running", ["ip"] = "", ["port"] = 0 });
}
