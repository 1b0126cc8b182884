using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels;

/// <summary>Reads one rule of the document; the JSON itself stays untouched.</summary>
public readonly record struct TunnelRule(JsonObject Json)
{
    public string Hostname => Text("hostname").TrimEnd('.').ToLowerInvariant();

    public string Path => Text("path");

    public string Service => Text("service");

    public RuleSlot Slot => new(Hostname, Path);

    public JsonObject? OriginRequest => Json["originRequest"] as JsonObject;

    public bool IsCatchAll => Slot.IsCatchAll;

    /// <summary>Only a connector on the machine itself reaches such a service, and any connector may get the request.</summary>
    public bool IsLocal => Uri.TryCreate(Service, UriKind.Absolute, out var uri) && uri is { IsFile: false, IsLoopback: true };

    /// <summary>True when a request for the hostname, on some path at least, would be caught here.</summary>
    public bool Catches(string hostname) => Slot.CoversName(new RuleSlot(hostname, ""));

    /// <summary>Equal in effect: the case of the hostname, an empty originRequest and settings at their defaults say nothing.</summary>
    public bool IsEquivalentTo(JsonNode? other) =>
        other is JsonObject json && JsonNode.DeepEquals(Normalised(Json), Normalised(json));

    /// <summary>
    /// This rule as a wish has it: what the wish knows of is set or taken away, and what nobody here knows of stays as it is.
    /// A setting at its default that the wish is silent about stays as well: it changes nothing.
    /// </summary>
    public JsonObject With(JsonObject wish)
    {
        var rule = Json.DeepClone().AsObject();
        foreach (var member in new[] { "hostname", "path", "service" })
            Set(rule, member, wish[member]);
        var wanted = wish["originRequest"] as JsonObject ?? [];
        var origin = rule["originRequest"] as JsonObject ?? [];
        foreach (var setting in OriginSettings.All.Where(setting => !wanted.ContainsKey(setting.Name) && !setting.IsDefault(origin[setting.Name])))
            origin.Remove(setting.Name);
        foreach (var (name, value) in wanted)
            origin[name] = value?.DeepClone();
        if (rule["originRequest"] is null && origin.Count > 0)
            rule["originRequest"] = origin;
        return rule;
    }

    public override string ToString() => $"{Slot} → {Service}";

    private string Text(string member) => Json[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static void Set(JsonObject rule, string member, JsonNode? value)
    {
        if (value is null)
            rule.Remove(member);
        else if (!JsonNode.DeepEquals(rule[member], value))
            rule[member] = value.DeepClone();
    }

    private static JsonObject Normalised(JsonObject rule)
    {
        var copy = rule.DeepClone().AsObject();
        if (copy["originRequest"] is JsonObject origin)
        {
            foreach (var setting in OriginSettings.All.Where(setting => setting.IsDefault(origin[setting.Name])))
                origin.Remove(setting.Name);
        }

        if (copy["originRequest"] is null or JsonObject { Count: 0 })
            copy.Remove("originRequest");
        if (new TunnelRule(rule).Path.Length == 0)
            copy.Remove("path");
        copy["hostname"] = new TunnelRule(rule).Hostname;
        return copy;
    }
}
