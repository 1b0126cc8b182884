using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels;

/// <summary>Reads one rule of the document; the JSON itself stays untouched.</summary>
internal readonly record struct TunnelRule(JsonObject Json)
{
    public string Hostname => ((string?)Json["hostname"] ?? "").TrimEnd('.').ToLowerInvariant();

    public string Path => (string?)Json["path"] ?? "";

    public string Service => (string?)Json["service"] ?? "";

    public bool IsCatchAll => Hostname is "" or "*" && Path.Length == 0;

    /// <summary>True when a request for the hostname, on some path at least, would be caught here.</summary>
    public bool Catches(string hostname)
    {
        var mine = Hostname;
        if (mine is "" or "*" || mine == hostname)
            return true;
        return mine.StartsWith("*.", StringComparison.Ordinal) && hostname.EndsWith(mine[1..], StringComparison.Ordinal);
    }

    /// <summary>Equal in effect: the case of the hostname and an empty originRequest say nothing.</summary>
    public bool IsEquivalentTo(JsonNode? other) =>
        other is JsonObject json && JsonNode.DeepEquals(Normalised(Json), Normalised(json));

    public override string ToString() => $"{(Hostname.Length > 0 ? Hostname : "everything")}{(Path.Length > 0 ? $" path {Path}" : "")} → {Service}";

    private static JsonObject Normalised(JsonObject rule)
    {
        var copy = rule.DeepClone().AsObject();
        if (copy["originRequest"] is null or JsonObject { Count: 0 })
            copy.Remove("originRequest");
        if (copy["path"] is null || (string?)copy["path"] == "")
            copy.Remove("path");
        copy["hostname"] = new TunnelRule(rule).Hostname;
        return copy;
    }
}
