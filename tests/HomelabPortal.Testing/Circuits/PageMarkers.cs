using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Testing.Circuits;

/// <summary>What a prerendered page carries for its circuit: the components to begin and the state to begin with.</summary>
internal sealed partial record PageMarkers(string Operations, string State)
{
    public static PageMarkers Of(string html)
    {
        var operations = new JsonArray();
        foreach (var marker in Marker().Matches(html).Select(match => JsonNode.Parse(match.Groups[1].Value)).OfType<JsonObject>().Where(IsBeginning))
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        return new PageMarkers(
            new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(),
            StateMarker().Match(html) is { Success: true } state ? state.Groups[1].Value : "");
    }

    private static bool IsBeginning(JsonObject marker) => marker["descriptor"] is not null;

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateMarker();
}
