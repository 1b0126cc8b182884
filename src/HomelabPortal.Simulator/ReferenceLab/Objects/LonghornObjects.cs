using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Longhorn's volumes with their engines and replicas, and everything around them.</summary>
internal static class LonghornObjects
{
    public const string Api = "longhorn.io/v1beta2";
    public const string Namespace = "longhorn-system";
    public const long Gibi = 1L << 30;
    private static readonly string[] Workers = ["node1", "node2", "node3"];

    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        .. LonghornNodeObjects.All(now),
        .. LabApps.All.SelectMany(app => app.Volumes.Where(volume => volume.IsOnLonghorn).SelectMany(volume => Of(app, volume, now))),
        .. Unused(now),
        .. LonghornBackupObjects.All(now),
    ];

    public static JsonObject Condition(string type, bool isTrue, string reason, string message, DateTimeOffset now) => new()
    {
        ["type"] = type,
        ["status"] = isTrue ? "True" : "False",
        ["reason"] = reason,
        ["message"] = message,
        ["lastProbeTime"] = "",
        ["lastTransitionTime"] = Manifest.Time(now.AddHours(-3)),
    };

    private static IEnumerable<JsonObject> Of(LabApp app, LabVolume volume, DateTimeOffset now)
    {
        var name = StorageObjects.VolumeName(app, volume);
        IReadOnlyList<string> nodes = volume.Replicas == 1 ? [app.Nodes[0]] : Workers;
        var made = now.AddDays(-app.AgeDays);
        yield return Volume(app, volume, name, now);
        // The replica that is out of step sits on the full disk; the one that is filled again elsewhere.
        var replicas = nodes.Select(node => (volume.Whole < volume.Replicas, volume.IsRebuilding, node) switch
        {
            (true, true, "node1") => LonghornReplicas.Filling(name, volume.SizeGibi * Gibi, node, made),
            (true, false, "node2") => LonghornReplicas.Failed(name, volume.SizeGibi * Gibi, node, made, now.AddHours(-3)),
            _ => LonghornReplicas.Whole(name, volume.SizeGibi * Gibi, node, made, isRunning: true),
        }).ToList();
        foreach (var replica in replicas) yield return replica;
        yield return LonghornReplicas.Engine(name, volume.SizeGibi * Gibi, app.Nodes[0], replicas, made, progress: volume.IsRebuilding ? 34 : null);
    }

    private static JsonObject Volume(LabApp app, LabVolume volume, string name, DateTimeOffset now)
    {
        var (isDegraded, hasNoPlace) = (volume.Whole < volume.Replicas, volume.Whole < volume.Replicas && !volume.IsRebuilding);
        var result = Manifest.New(Api, "Volume", Namespace, name, now.AddDays(-app.AgeDays)).Labelled(("longhornvolume", name));
        result.Labelled(volume.IsBackedUp is null ? ("recurring-job.longhorn.io/hourly-snapshot", "enabled") : ("recurring-job-group.longhorn.io/default", "enabled"));
        result["spec"] = Spec(volume.SizeGibi * Gibi, volume.Replicas, app.Nodes[0]);
        result["status"] = new JsonObject
        {
            ["state"] = "attached",
            ["robustness"] = isDegraded ? "degraded" : "healthy",
            ["currentNodeID"] = app.Nodes[0],
            ["actualSize"] = volume.SizeGibi * Gibi / 100 * volume.UsedPercent,
            ["lastDegradedAt"] = isDegraded ? Manifest.Time(now.AddHours(-3)) : "",
            ["lastBackup"] = LonghornBackupObjects.LastOf(app, volume, name, now) is null ? "" : LonghornBackupObjects.NameOf(name),
            ["lastBackupAt"] = LonghornBackupObjects.LastOf(app, volume, name, now) is { } last ? Manifest.Time(last) : "",
            ["shareState"] = "",
            ["conditions"] = new JsonArray(
                Condition("Scheduled", !hasNoPlace, hasNoPlace ? "ReplicaSchedulingFailure" : "",
                    hasNoPlace ? "insufficient storage;precheck new replica failed" : "", now),
                Condition("Restore", false, "", "", now),
                Condition("TooManySnapshots", false, "", "", now)),
            ["kubernetesStatus"] = new JsonObject
            {
                ["namespace"] = app.Namespace,
                ["pvcName"] = StorageObjects.ClaimName(app, volume),
                ["pvName"] = name,
                ["pvStatus"] = "Bound",
                ["workloadsStatus"] = new JsonArray(new JsonObject
                {
                    ["workloadName"] = app.Name, ["workloadType"] = app.Kind.ToString(), ["podStatus"] = "Running",
                }),
            },
        };
        return result;
    }

    /// <summary>The volume of a removed app: detached, its replicas stopped, of unknown robustness as every detached one.</summary>
    private static IEnumerable<JsonObject> Unused(DateTimeOffset now)
    {
        var (name, made) = (StorageObjects.ReleasedName, now.AddDays(-211));
        yield return Manifest.New(Api, "Volume", Namespace, name, made).Labelled(("longhornvolume", name), ("recurring-job-group.longhorn.io/default", "enabled"))
            .With("spec", Spec(3 * Gibi, 3, ""))
            .With("status", new JsonObject
            {
                ["state"] = "detached", ["robustness"] = "unknown", ["currentNodeID"] = "", ["actualSize"] = Gibi, ["lastDegradedAt"] = "", ["lastBackup"] = "", ["lastBackupAt"] = "",
                ["shareState"] = "", ["conditions"] = new JsonArray(Condition("Scheduled", true, "", "", now)),
                ["kubernetesStatus"] = new JsonObject { ["namespace"] = "", ["pvcName"] = "", ["pvName"] = name, ["pvStatus"] = "Released", ["workloadsStatus"] = null },
            });
        foreach (var node in Workers) yield return LonghornReplicas.Whole(name, 3 * Gibi, node, made, isRunning: false);
    }

    private static JsonObject Spec(long size, int replicas, string node) => new()
    {
        ["size"] = size.ToString(), ["numberOfReplicas"] = replicas, ["accessMode"] = "rwo", ["dataEngine"] = "v1", ["frontend"] = "blockdev", ["nodeID"] = node,
    };
}
