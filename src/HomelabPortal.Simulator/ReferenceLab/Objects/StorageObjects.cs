using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class StorageObjects
{
    private const string Driver = "driver.longhorn.io";

    public static string ClaimName(LabApp app, LabVolume volume) => $"{app.Name}-{volume.Name}";

    public static string VolumeName(LabApp app, LabVolume volume) => "pvc-" + StableId.Uid($"claim/{app.Namespace}/{ClaimName(app, volume)}");

    public static IEnumerable<JsonObject> Of(LabApp app, DateTimeOffset now)
        => app.Volumes.SelectMany(volume => new[] { Claim(app, volume, now), Volume(app, volume, now) });

    public static JsonObject Class(DateTimeOffset now)
        => Manifest.New("storage.k8s.io/v1", "StorageClass", null, "longhorn", now.AddDays(-402))
            .Annotated(("storageclass.kubernetes.io/is-default-class", "true"))
            .With("provisioner", Driver)
            .With("allowVolumeExpansion", true)
            .With("reclaimPolicy", "Delete")
            .With("volumeBindingMode", "Immediate")
            .With("parameters", new JsonObject { ["numberOfReplicas"] = "3", ["staleReplicaTimeout"] = "30" });

    private static JsonObject Claim(LabApp app, LabVolume volume, DateTimeOffset now)
    {
        var claim = Manifest.New("v1", "PersistentVolumeClaim", app.Namespace, ClaimName(app, volume), now.AddDays(-app.AgeDays))
            .Labelled(("app.kubernetes.io/name", app.Name)).TrackedBy(app.Owner);
        claim["spec"] = new JsonObject
        {
            ["accessModes"] = new JsonArray("ReadWriteOnce"),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["storage"] = $"{volume.SizeGibi}Gi" } },
            ["storageClassName"] = "longhorn",
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
        var result = Manifest.New("v1", "PersistentVolume", null, VolumeName(app, volume), now.AddDays(-app.AgeDays));
        result["spec"] = new JsonObject
        {
            ["accessModes"] = new JsonArray("ReadWriteOnce"),
            ["capacity"] = new JsonObject { ["storage"] = $"{volume.SizeGibi}Gi" },
            ["claimRef"] = new JsonObject
            {
                ["apiVersion"] = "v1", ["kind"] = "PersistentVolumeClaim", ["namespace"] = app.Namespace, ["name"] = ClaimName(app, volume),
            },
            ["csi"] = new JsonObject { ["driver"] = Driver, ["fsType"] = "ext4", ["volumeHandle"] = VolumeName(app, volume) },
            ["persistentVolumeReclaimPolicy"] = "Delete",
            ["storageClassName"] = "longhorn",
            ["volumeMode"] = "Filesystem",
        };
        result["status"] = new JsonObject { ["phase"] = "Bound" };
        return result;
    }
}
