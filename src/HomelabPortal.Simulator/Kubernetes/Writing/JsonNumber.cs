using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Reads a number whatever type it was put in as; a JsonNode made in memory only gives back that very type.</summary>
internal static class JsonNumber
{
    public static double? Of(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number ? double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
