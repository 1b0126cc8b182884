using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>Reads the value a field selector compares.</summary>
internal static class FieldPathText
{
    /// <summary>The text at a dotted path; empty when nothing is there.</summary>
    public static string Read(JsonObject json, string path)
    {
        // Field selectors call the component of an event's source just "source".
        if (path == "source") path = "source.component";
        JsonNode? node = json;
        foreach (var part in path.Split('.'))
        {
            node = (node as JsonObject)?[part];
            if (node is null) return path == "spec.unschedulable" ? "false" : "";
        }
        return node.GetValueKind() switch
        {
            JsonValueKind.String => (string)node!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => node.ToJsonString(),
        };
    }
}
