using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class LonghornObjects
{
    private const string Api = "longhorn.io/v1beta2";
    private const string Namespace = "longhorn-system";
    private const long Gibi = 1L << 30;
    private static readonly string[] Workers = ["node1", "node2", "node3"];

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
        => [.. LabNodes.All.Where(node => !node.IsControlPlane).Select(node => Node(node, now)),
            .. LabApps.All.SelectMany(app => app.Volumes.SelectMany(volume => Of(app, volume, now)))];

    private static IEnumerable<JsonObject> Of(LabApp app, LabVolume volume, DateTimeOffset now)
    {
        var name = StorageObjects.VolumeName(app, volume);
        yield return Volume(app, volume, name, now);
        foreach (var node in Workers)
            // The replica that is out of step sits on the full disk.
            yield return Replica(volume, name, node, isFailed: volume.HealthyReplicas < 3 && node == "node2", now.AddDays(-app.AgeDays), now);
    }

    private static JsonObject Volume(LabApp app, LabVolume volume, string name, DateTimeOffset now)
    {
        var isDegraded = volume.HealthyReplicas < 3;
        var result = Manifest.New(Api, "Volume", Namespace, name, now.AddDays(-app.AgeDays)).Labelled(("longhornvolume", name));
        result["spec"] = new JsonObject
        {
            ["size"] = (volume.SizeGibi * Gibi).ToString(),
            ["numberOfReplicas"] = 3,
            ["accessMode"] = "rwo",
            ["dataEngine"] = "v1",
            ["frontend"] = "blockdev",
            ["nodeID"] = app.Nodes[0],
        };
        result["status"] = new JsonObject
        {
            ["state"] = "attached",
            ["robustness"] = isDegraded ? "degraded" : "healthy",
            ["currentNodeID"] = app.Nodes[0],
            ["actualSize"] = volume.SizeGibi * Gibi / 100 * volume.UsedPercent,
            ["lastDegradedAt"] = isDegraded ? Manifest.Time(now.AddHours(-3)) : "",
            ["lastBackup"] = "",
            ["lastBackupAt"] = "",
            ["shareState"] = "",
            ["conditions"] = new JsonArray(
                Condition("Scheduled", !isDegraded, isDegraded ? "ReplicaSchedulingFailure" : "",
                    isDegraded ? "insufficient storage;precheck new replica failed" : "", now),
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

    private static JsonObject Replica(LabVolume volume, string volumeName, string node, bool isFailed, DateTimeOffset created, DateTimeOffset now)
        => Manifest.New(Api, "Replica", Namespace, $"{volumeName}-r-{StableId.Hex(volumeName + node, 8)}", created)
            .Labelled(("longhornvolume", volumeName), ("longhornnode", node))
            .With("spec", new JsonObject
            {
                ["volumeName"] = volumeName,
                ["volumeSize"] = (volume.SizeGibi * Gibi).ToString(),
                ["nodeID"] = node,
                ["diskID"] = StableId.Uid("disk/" + node),
                ["diskPath"] = "/var/lib/longhorn",
                ["active"] = true,
                ["desireState"] = isFailed ? "stopped" : "running",
                ["failedAt"] = isFailed ? Manifest.Time(now.AddHours(-3)) : "",
                ["healthyAt"] = isFailed ? "" : Manifest.Time(created),
            })
            .With("status", new JsonObject { ["currentState"] = isFailed ? "stopped" : "running", ["started"] = !isFailed, ["ip"] = "", ["port"] = 0 });

    private static JsonObject Node(LabNode node, DateTimeOffset now)
    {
        var available = LabNode.DiskBytes / 100 * (100 - node.DiskUsedPercent);
        var isSchedulable = node.DiskUsedPercent < 75;
        var result = Manifest.New(Api, "Node", Namespace, node.Name, now.AddDays(-402));
        result["spec"] = new JsonObject
        {
            ["name"] = node.Name,
            ["allowScheduling"] = true,
            ["evictionRequested"] = false,
            ["disks"] = new JsonObject
            {
                ["default-disk"] = new JsonObject
                {
                    ["path"] = "/var/lib/longhorn", ["diskType"] = "filesystem", ["allowScheduling"] = true, ["evictionRequested"] = false, ["storageReserved"] = LabNode.DiskBytes / 10,
                },
            },
        };
        result["status"] = new JsonObject
        {
            ["region"] = "",
            ["zone"] = "",
            ["conditions"] = new JsonArray(Condition("Ready", true, "", $"Node {node.Name} is ready", now), Condition("Schedulable", true, "", "", now)),
            ["diskStatus"] = new JsonObject
            {
                ["default-disk"] = new JsonObject
                {
                    ["diskName"] = "default-disk",
                    ["diskPath"] = "/var/lib/longhorn",
                    ["diskType"] = "filesystem",
                    ["diskUUID"] = StableId.Uid("disk/" + node.Name),
                    ["storageMaximum"] = LabNode.DiskBytes,
                    ["storageAvailable"] = available,
                    ["storageScheduled"] = LabApps.All.Sum(app => app.Volumes.Sum(volume => volume.SizeGibi * Gibi)),
                    ["conditions"] = new JsonArray(
                        Condition("Ready", true, "", "Disk default-disk is ready", now),
                        Condition("Schedulable", isSchedulable, isSchedulable ? "" : "DiskPressure",
                            isSchedulable ? "" : $"disk default-disk on node {node.Name} has {available} available, but requires reserved {LabNode.DiskBytes / 4}, minimal 25%", now)),
                },
            },
        };
        return result;
    }

    private static JsonObject Condition(string type, bool isTrue, string reason, string message, DateTimeOffset now) => new()
    {
        ["type"] = type,
        ["status"] = isTrue ? "True" : "False",
        ["reason"] = reason,
        ["message"] = message,
        ["lastProbeTime"] = "",
        ["lastTransitionTime"] = Manifest.Time(now.AddHours(-3)),
    };
}
