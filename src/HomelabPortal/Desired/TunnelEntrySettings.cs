using System.Text.Json.Nodes;

namespace HomelabPortal.Desired;

/// <summary>What the JSON column of a free rule holds: the rule's settings alone, or with them what else is wanted.</summary>
internal sealed record TunnelEntrySettings(string? OriginRequest, bool HasRecord)
{
    // No member of originRequest is called so, which tells the two forms apart.
    private const string RecordMember = "hasRecord";
    private const string SettingsMember = "originRequest";

    public static TunnelEntrySettings Read(string? column) =>
        column is not null && JsonNode.Parse(column) is JsonObject json && json.ContainsKey(RecordMember)
            ? new TunnelEntrySettings(json[SettingsMember]?.ToJsonString(), (bool?)json[RecordMember] == true)
            : new TunnelEntrySettings(column, false);

    public string? Write() => HasRecord
        ? new JsonObject { [RecordMember] = true, [SettingsMember] = OriginRequest is null ? null : JsonNode.Parse(OriginRequest) }.ToJsonString()
        : OriginRequest;
}
