using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;

namespace HomelabPortal.Simulator.Edge;

/// <summary>What the public DNS says of the account's names.</summary>
internal static class EdgeNames
{
    /// <summary>Cloudflare's own addresses stand for everything that is proxied.</summary>
    private const string EdgeAddress = "104.16.132.229";
    private const int NoError = 0;
    private const int NameError = 3;

    public static JsonObject Answer(CloudflareState state, string name, string type)
    {
        var asked = name.TrimEnd('.').ToLowerInvariant();
        var answers = new JsonArray();
        IReadOnlyList<JsonObject> records;
        lock (state.Gate)
            records = RecordsOf(state, asked);
        foreach (var record in records)
        {
            if (IsEdge(record))
            {
                if (type == "A")
                    answers.Add(Row(asked, 1, EdgeAddress));
            }
            else if ((string?)record["type"] == type)
                answers.Add(Row(asked, type == "AAAA" ? 28 : 1, (string)record["content"]!));
            else if ((string?)record["type"] == "CNAME")
                answers.Add(Row(asked, 5, (string)record["content"]! + "."));
        }

        return new JsonObject { ["Status"] = records.Count > 0 ? NoError : NameError, ["Answer"] = answers };
    }

    /// <summary>One address for a name, whatever the account has.</summary>
    public static JsonObject Says(string name, string address) => new() { ["Status"] = NoError, ["Answer"] = new JsonArray(Row(name, 1, address)) };

    private static bool IsEdge(JsonObject record) => (bool?)record["proxied"] == true;

    /// <summary>The records of a name, or of the wildcard nearest above it when nothing else of the name exists.</summary>
    public static IReadOnlyList<JsonObject> RecordsOf(CloudflareState state, string name)
    {
        if (state.Zones.Where(zone => name == zone.Name || name.EndsWith("." + zone.Name, StringComparison.Ordinal)).MaxBy(zone => zone.Name.Length) is not { } zone)
            return [];
        var exists = zone.Records.Any(record => NameOf(record) == name || NameOf(record).EndsWith("." + name, StringComparison.Ordinal));
        for (var above = name; !exists && above != zone.Name;)
        {
            above = above[(above.IndexOf('.', StringComparison.Ordinal) + 1)..];
            if (zone.Records.Any(record => NameOf(record) == $"*.{above}"))
                return At(zone, $"*.{above}");
            exists = zone.Records.Any(record => NameOf(record) == above || NameOf(record).EndsWith("." + above, StringComparison.Ordinal));
        }

        return At(zone, name);
    }

    private static List<JsonObject> At(SimulatedZone zone, string name) =>
        [.. zone.Records.Where(record => NameOf(record) == name && (string?)record["type"] is "A" or "AAAA" or "CNAME")];

    private static string NameOf(JsonObject record) => (string)record["name"]!;

    private static JsonObject Row(string name, int type, string data) => new() { ["name"] = name, ["type"] = type, ["TTL"] = 300, ["data"] = data };
}
