using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The result of a call and, for lists, where in the list it is.</summary>
internal sealed record Answer(JsonNode? Result, JsonObject? Info = null, string? Message = null, int Status = 200)
{
    /// <summary>An answer without an envelope.</summary>
    public string? PlainText { get; init; }

    public static Answer Page(IReadOnlyList<JsonObject> all, Call call, int perPageDefault, int perPageMax)
    {
        var page = call.Number("page", 1, 1, int.MaxValue);
        var perPage = call.Number("per_page", perPageDefault, 1, perPageMax);
        var items = all.Skip((int)Math.Min(int.MaxValue, (page - 1L) * perPage)).Take(perPage).Select(item => item.DeepClone()).ToArray();
        return new Answer(new JsonArray(items), new JsonObject
        {
            ["page"] = page,
            ["per_page"] = perPage,
            ["count"] = items.Length,
            ["total_count"] = all.Count,
            ["total_pages"] = (all.Count + perPage - 1) / perPage,
        });
    }
}
