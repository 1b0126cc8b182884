using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

internal static class JsonNumber
{
    /// <summary>The number, whether it was parsed or made by code as any type of number; null when it is none.</summary>
    public static double? Of(JsonNode? node)
        => node?.GetValueKind() is JsonValueKind.Number ? double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
