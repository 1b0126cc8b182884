using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomelabPortal.Simulator.Kubernetes.Api;

namespace HomelabPortal.Simulator.Kubernetes.Selecting;

/// <summary>A label selector in its text form: <c>a=b, c!=d, e in (f,g), h notin (i), j, !k</c>.</summary>
internal sealed partial class LabelSelector
{
    private readonly List<Requirement> _requirements;

    private LabelSelector(List<Requirement> requirements) => _requirements = requirements;

    public bool IsEmpty => _requirements.Count == 0;

    /// <exception cref="StatusException">400 when it cannot be read.</exception>
    public static LabelSelector Parse(string text)
    {
        List<Requirement> requirements = [];
        foreach (var part in Split(text))
        {
            var match = Shape().Match(part);
            if (!match.Success) throw Statuses.BadRequest($"unable to parse requirement: found '{part.Trim()}', expected: identifier");
            var key = match.Groups["key"].Value;
            var values = match.Groups["set"].Success ? match.Groups["set"].Value.Split(',').Select(value => value.Trim()) : [match.Groups["value"].Value];
            requirements.Add(match.Groups["op"].Value switch
            {
                "=" or "==" or "in" => new(key, true, [.. values]),
                "!=" or "notin" => new(key, false, [.. values]),
                _ => new(key, !match.Groups["not"].Success, null),
            });
        }
        return new LabelSelector(requirements);
    }

    /// <summary>Reads the structured form: matchLabels and matchExpressions.</summary>
    public static LabelSelector FromJson(JsonNode? selector)
    {
        List<Requirement> requirements = [];
        foreach (var (key, value) in selector?["matchLabels"] as JsonObject ?? []) requirements.Add(new(key, true, [(string)value!]));
        foreach (var expression in (selector?["matchExpressions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var values = expression["values"] is JsonArray array ? array.Select(value => (string)value!).ToHashSet() : null;
            requirements.Add(new((string)expression["key"]!, (string?)expression["operator"] is "In" or "Exists", values));
        }
        return new LabelSelector(requirements);
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.Holds(labels)) return false;
        }
        return true;
    }

    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '(') depth++;
            if (at < text.Length && text[at] == ')') depth--;
            if (at < text.Length && (text[at] != ',' || depth > 0)) continue;
            if (text[start..at].Trim().Length > 0) yield return text[start..at];
            start = at + 1;
        }
    }

    [GeneratedRegex(@"^\s*(?<not>!)?\s*(?<key>[A-Za-z0-9][-A-Za-z0-9_./]*)\s*(?:(?<op>in|notin)\s*\((?<set>[^)]*)\)|(?<op>==|=|!=)\s*(?<value>[-A-Za-z0-9_.]*))?\s*$")]
    private static partial Regex Shape();

    /// <param name="Values">Null asks only whether the key is there.</param>
    private sealed record Requirement(string Key, bool Wanted, HashSet<string>? Values)
    {
        public bool Holds(IReadOnlyDictionary<string, string> labels) =>
            (labels.TryGetValue(Key, out var value) && (Values is null || Values.Contains(value))) == Wanted;
    }
}
