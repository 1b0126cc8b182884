using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>One entry of managedFields.</summary>
internal sealed record FieldOwner(string Manager, string Operation, string ApiVersion, string Subresource, string Time, FieldSet Fields)
{
    public const string Apply = "Apply";
    public const string Update = "Update";

    public bool IsSameAs(string manager, string operation, string subresource) =>
        Manager == manager && Operation == operation && Subresource == subresource;

    /// <summary>As conflicts name it.</summary>
    public string Describe()
    {
        var text = $"\"{Manager}\"";
        if (Subresource.Length > 0) text += $" with subresource \"{Subresource}\"";
        return Operation == Update ? $"{text} using {ApiVersion} at {Time}" : text;
    }

    public static List<FieldOwner> Read(JsonObject? json) =>
    [
        .. (json?["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>().Select(entry => new FieldOwner(
            (string?)entry["manager"] ?? "",
            (string?)entry["operation"] ?? Update,
            (string?)entry["apiVersion"] ?? "",
            (string?)entry["subresource"] ?? "",
            (string?)entry["time"] ?? "",
            FieldSet.FromJson(entry["fieldsV1"] as JsonObject ?? []))),
    ];

    public static void Write(JsonObject json, IEnumerable<FieldOwner> owners)
    {
        var metadata = json["metadata"]!.AsObject();
        // The real server lists appliers first, then updaters, each by time.
        var entries = owners.Where(owner => !owner.Fields.IsEmpty)
            .OrderBy(owner => owner.Operation, StringComparer.Ordinal).ThenBy(owner => owner.Time, StringComparer.Ordinal).ThenBy(owner => owner.Manager, StringComparer.Ordinal)
            .Select(owner => owner.ToJson()).ToArray<JsonNode>();
        if (entries.Length == 0) metadata.Remove("managedFields");
        else metadata["managedFields"] = new JsonArray(entries);
    }

    private JsonObject ToJson()
    {
        var entry = new JsonObject
        {
            ["manager"] = Manager,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
            ["time"] = Time,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = Fields.ToJson(),
        };
        if (Subresource.Length > 0) entry["subresource"] = Subresource;
        return entry;
    }
}
