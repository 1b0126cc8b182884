using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Claims and the volumes bound to them.</summary>
internal static class StorageObjects
{
    public const string Driver = "driver.longhorn.io";

    /// <summary>Of an app that was removed; its data was kept.</summary>
    public static string ReleasedName { get; } = "pvc-" + StableId.Uid("claim/home/wiki-data");

    public static string ClaimName(LabApp app, LabVolume volume) => $"{app.Name}-{volume.Name}";

    public static string VolumeName(LabApp app, LabVolume volume) => "pvc-" + StableId.Uid($"claim/{app.Namespace}/{ClaimName(app, volume)}");

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
        => [.. LabApps.All.SelectMany(app => app.Volumes.SelectMany(volume => new[] { Claim(app, volume, now), Volume(app, volume, now) })), Released(now)];

    private static JsonObject Claim(LabApp app, LabVolume volume, DateTimeOffset now)
    {
        var claim = Manifest.New("v1", "PersistentVolumeClaim", app.Namespace, ClaimName(app, volume), now.AddDays(-app.AgeDays))
            .Labelled(("app.kubernetes.io/name", app.Name)).TrackedBy(app.Owner);
        claim["spec"] = new JsonObject
        {
            ["accessModes"] = new JsonArray("ReadWriteOnce"),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["storage"] = $"{volume.SizeGibi}Gi" } },
            ["storageClassName"] = volume.Class,
            ["volumeMode"] = "Filesystem",
            ["volumeName"] = VolumeName(app, volume),
        };
        claim["status"] = new JsonObject
        {
            ["phase"] = "Bound",
            ["accessModes"] = new JsonArray("ReadWriteOnce"),
            ["capacity"] = new JsonObject { ["storage"] = $"{volume.SizeGibi}Gi" },
        };
        return claim;
    }

    private static JsonObject Volume(LabApp app, LabVolume volume, DateTimeOffset now)
    {
        var name = VolumeName(app, volume);
        var result = Persistent(name, $"{volume.SizeGibi}Gi", volume.Class, app.Namespace, ClaimName(app, volume), "Delete", "Bound", now.AddDays(-app.AgeDays));
        if (volume.IsOnLonghorn)
            result["spec"]!["csi"] = Csi(name);
        else
            PlaceOn(result, app.Nodes[0], $"/var/lib/rancher/k3s/storage/{name}_{app.Namespace}_{ClaimName(app, volume)}");
        return result;
    }

    private static JsonObject Released(DateTimeOffset now)
    {
        var result = Persistent(ReleasedName, "3Gi", LabStorage.Replicated, "home", "wiki-data", "Retain", "Released", now.AddDays(-211));
        result["spec"]!["csi"] = Csi(ReleasedName);
        return result;
    }

    private static JsonObject Csi(string name) => new() { ["driver"] = Driver, ["fsType"] = "ext4", ["volumeHandle"] = name };

    /// <summary>As the local-path provisioner does: a folder, and the one node that has it.</summary>
    private static void PlaceOn(JsonObject volume, string node, string path)
    {
        volume["spec"]!["hostPath"] = new JsonObject { ["path"] = path, ["type"] = "DirectoryOrCreate" };
        volume["spec"]!["nodeAffinity"] = JsonNode.Parse(
            $$$"""{"required":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/hostname","operator":"In","values":["{{{node}}}"]}]}]}}""");
    }

    private static JsonObject Persistent(string name, string size, string storageClass, string ns, string claim, string policy, string phase, DateTimeOffset made)
        => Manifest.New("v1", "PersistentVolume", null, name, made)
            .With("spec", new JsonObject
            {
                ["accessModes"] = new JsonArray("ReadWriteOnce"),
                ["capacity"] = new JsonObject { ["storage"] = size },
                ["claimRef"] = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "PersistentVolumeClaim", ["namespace"] = ns, ["name"] = claim },
                ["persistentVolumeReclaimPolicy"] = policy,
                ["storageClassName"] = storageClass,
                ["volumeMode"] = "Filesystem",
            })
            .With("status", new JsonObject { ["phase"] = phase });
}
