using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>The status a CustomResourceDefinition gets: its names are accepted and it is served at once.</summary>
internal static class DefinitionStatus
{
    public static void Establish(JsonObject definition, DateTimeOffset now)
    {
        if (definition["status"]?["conditions"] is not null) return;
        var spec = definition["spec"]?.AsObject() ?? [];
        var time = ObjectIdentity.Timestamp(now);
        definition["status"] = new JsonObject
        {
            ["conditions"] = new JsonArray(
                Condition("NamesAccepted", "NoConflicts", "no conflicts found", time),
                Condition("Established", "InitialNamesAccepted", "the initial names have been accepted", time)),
            ["acceptedNames"] = spec["names"]?.DeepClone(),
            ["storedVersions"] = new JsonArray([.. (spec["versions"] as JsonArray ?? []).Where(version => (bool?)version?["storage"] == true).Select(version => version!["name"]!.DeepClone())]),
        };
    }

    private static JsonObject Condition(string type, string reason, string message, string time) => new()
    {
        ["type"] = type,
        ["status"] = "True",
        ["lastTransitionTime"] = time,
        ["reason"] = reason,
        ["message"] = message,
    };
}
