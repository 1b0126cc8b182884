using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Small readings and writings that the habits share.</summary>
internal static class StoreEdits
{
    public static string Name(this JsonObject item) => (string)item["metadata"]!["name"]!;

    public static string Namespace(this JsonObject item) => (string?)item["metadata"]!["namespace"] ?? "";

    public static string Uid(this JsonObject item) => (string)item["metadata"]!["uid"]!;

    public static bool IsDeleting(this JsonObject item) => item["metadata"]!["deletionTimestamp"] is not null;

    public static string? OwnerUid(this JsonObject item) => (string?)item["metadata"]!["ownerReferences"]?[0]?["uid"];

    public static bool IsReady(this JsonObject pod)
        => pod["status"]?["conditions"] is JsonArray conditions
            && conditions.Any(condition => (string)condition!["type"]! == "Ready" && (string)condition["status"]! == "True");

    /// <summary>A job that is over, in the one way that is asked for or in any.</summary>
    public static bool HasEnded(this JsonObject job, string? how = null)
        => job["status"]?["conditions"] is JsonArray conditions
            && conditions.Any(condition => (string)condition!["status"]! == "True" && ((string)condition["type"]! is var type && (how is null ? type is "Complete" or "Failed" : type == how)));

    /// <summary>Changes an object as it is now, in one step; nothing is written when nothing changed or when it is gone.</summary>
    public static void Edit(this KubernetesStore store, JsonObject seen, Action<JsonObject> change) => store.Transact(() =>
    {
        var current = store.Get((string)seen["apiVersion"]!, (string)seen["kind"]!, (string?)seen["metadata"]!["namespace"], seen.Name());
        if (current is null || current.Uid() != seen.Uid()) return false;
        var edited = current.DeepClone().AsObject();
        change(edited);
        if (!JsonNode.DeepEquals(current, edited)) store.Put(edited);
        return true;
    });
}
