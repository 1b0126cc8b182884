using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The disks that Longhorn keeps replicas on, and its settings.</summary>
internal static class LonghornNodeObjects
{
    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        .. LabNodes.All.Where(node => !node.IsControlPlane).Select(node => Node(node, now)),
        Setting("default-replica-count", "3", now),
        Setting("storage-over-provisioning-percentage", "250", now),
        Setting("storage-minimal-available-percentage", "25", now),
        Setting("node-drain-policy", "block-if-contains-last-replica", now),
    ];

    private static JsonObject Node(LabNode node, DateTimeOffset now)
    {
        var result = Manifest.New(LonghornObjects.Api, "Node", LonghornObjects.Namespace, node.Name, now.AddDays(-402));
        result["spec"] = new JsonObject
        {
            ["name"] = node.Name,
            ["allowScheduling"] = true,
            ["evictionRequested"] = false,
            ["disks"] = new JsonObject
            {
                ["default-disk"] = new JsonObject
                {
                    ["path"] = "/var/lib/longhorn", ["diskType"] = "filesystem", ["allowScheduling"] = true, ["evictionRequested"] = false, ["storageReserved"] = LabNode.DiskBytes / 10, ["tags"] = new JsonArray(),
                },
            },
        };
        result["status"] = new JsonObject
        {
            ["region"] = "",
            ["zone"] = "",
            ["conditions"] = new JsonArray(
                LonghornObjects.Condition("Ready", true, "", $"Node {node.Name} is ready", now), LonghornObjects.Condition("Schedulable", true, "", "", now)),
            ["diskStatus"] = new JsonObject { ["default-disk"] = Disk(node, now) },
        };
        return result;
    }

    private static JsonObject Disk(LabNode node, DateTimeOffset now)
    {
        var available = LabNode.DiskBytes / 100 * (100 - node.DiskUsedPercent);
        var isSchedulable = node.DiskUsedPercent < 75;
        return new JsonObject
        {
            ["diskName"] = "default-disk",
            ["diskPath"] = "/var/lib/longhorn",
            ["diskType"] = "filesystem",
            ["diskUUID"] = LonghornReplicas.DiskOf(node.Name),
            ["storageMaximum"] = LabNode.DiskBytes,
            ["storageAvailable"] = available,
            ["storageScheduled"] = Scheduled(node),
            ["conditions"] = new JsonArray(
                LonghornObjects.Condition("Ready", true, "", "Disk default-disk is ready", now),
                LonghornObjects.Condition("Schedulable", isSchedulable, isSchedulable ? "" : "DiskPressure",
                    isSchedulable ? "" : $"disk default-disk on node {node.Name} has {available} available, but requires reserved {LabNode.DiskBytes / 4}, minimal 25%", now)),
        };
    }

    private static long Scheduled(LabNode node) =>
        (from app in LabApps.All
         from volume in app.Volumes
         where volume.IsOnLonghorn && (volume.Replicas > 1 || app.Nodes[0] == node.Name)
         select volume.SizeGibi * LonghornObjects.Gibi).Sum();

    private static JsonObject Setting(string name, string value, DateTimeOffset now)
        => Manifest.New(LonghornObjects.Api, "Setting", LonghornObjects.Namespace, name, now.AddDays(-402)).With("value", value).With("status", new JsonObject { ["applied"] = true });
}
