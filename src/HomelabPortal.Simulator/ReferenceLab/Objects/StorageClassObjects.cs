using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class StorageClassObjects
{
    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        Class(LabStorage.Replicated, StorageObjects.Driver, "Immediate", true, now).Annotated(("storageclass.kubernetes.io/is-default-class", "true"))
            .With("parameters", new JsonObject { ["numberOfReplicas"] = "3", ["staleReplicaTimeout"] = "30" }),
        Class(LabStorage.Single, StorageObjects.Driver, "Immediate", true, now)
            .With("parameters", new JsonObject { ["numberOfReplicas"] = "1", ["staleReplicaTimeout"] = "30" }),
        Class(LabStorage.NodeLocal, "rancher.io/local-path", "WaitForFirstConsumer", null, now),
    ];

    private static JsonObject Class(string name, string provisioner, string binding, bool? grows, DateTimeOffset now)
    {
        var result = Manifest.New("storage.k8s.io/v1", "StorageClass", null, name, now.AddDays(-402))
            .With("provisioner", provisioner).With("reclaimPolicy", "Delete").With("volumeBindingMode", binding);
        if (grows is { } can) result["allowVolumeExpansion"] = can;
        return result;
    }
}
