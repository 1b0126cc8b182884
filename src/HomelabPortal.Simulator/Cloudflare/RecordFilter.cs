using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The query of a record list. Text filters ignore case; conditions join by <c>match</c>, which is <c>all</c> unless told.</summary>
internal static class RecordFilter
{
    private static readonly string[] Searched = ["name", "content", "comment"];

    public static IReadOnlyList<JsonObject> Apply(IReadOnlyList<JsonObject> records, IReadOnlyDictionary<string, string> query)
    {
        var conditions = query.Select(pair => Condition(pair.Key, pair.Value)).OfType<Func<JsonObject, bool>>().ToList();
        if (conditions.Count == 0) return records;
        var any = query.TryGetValue("match", out var match) && match is "any";
        return [.. records.Where(record => any ? conditions.Any(test => test(record)) : conditions.All(test => test(record)))];
    }

    private static Func<JsonObject, bool>? Condition(string key, string value)
    {
        var (member, test) = key.Split('.') is [var left, var right] ? (left, right) : (key, "exact");
        return (member, test) switch
        {
            ("name" or "content" or "comment", "exact") => record => string.Equals(Text(record, member), value, StringComparison.OrdinalIgnoreCase),
            ("name" or "content" or "comment", "contains") => record => Text(record, member).Contains(value, StringComparison.OrdinalIgnoreCase),
            ("name" or "content" or "comment", "startswith") => record => Text(record, member).StartsWith(value, StringComparison.OrdinalIgnoreCase),
            ("name" or "content" or "comment", "endswith") => record => Text(record, member).EndsWith(value, StringComparison.OrdinalIgnoreCase),
            ("comment", "present") => record => record["comment"] is not null,
            ("comment", "absent") => record => record["comment"] is null,
            ("type", "exact") => record => string.Equals(Text(record, "type"), value, StringComparison.OrdinalIgnoreCase),
            ("proxied", "exact") => record => (bool)record["proxied"]! == (value is "true"),
            ("search", "exact") => record => Searched.Any(part => Text(record, part).Contains(value, StringComparison.OrdinalIgnoreCase)),
            // No record has a tag on the free plan.
            ("tag", "absent") => _ => true,
            ("tag", _) => _ => false,
            _ => null,
        };
    }

    private static string Text(JsonObject record, string member) => (string?)record[member] ?? "";
}
