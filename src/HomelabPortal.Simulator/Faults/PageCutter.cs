using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Faults;

/// <summary>Drops the second half of a page's items, whichever of the three APIs it comes from.</summary>
internal static class PageCutter
{
    public static byte[] HalfOf(byte[] body)
    {
        if (body.Length == 0) return body;
        var page = JsonNode.Parse(body);
        var items = page as JsonArray ?? page?["items"] as JsonArray ?? page?["result"] as JsonArray;
        if (items is null) return body;
        for (var keep = items.Count / 2; items.Count > keep;) items.RemoveAt(items.Count - 1);
        return JsonSerializer.SerializeToUtf8Bytes(page, SimulatorJson.Options);
    }
}
