using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>What a person has typed so far about a free rule.</summary>
public sealed class RuleForm
{
    public const string ConfirmField = "confirm";

    public string Name { get; set; } = "";

    public string Path { get; set; } = "";

    public string Service { get; set; } = "";

    /// <summary>The known settings as text, by their names; empty leaves one out.</summary>
    public Dictionary<string, string> Settings { get; } = OriginSettings.All.Where(setting => setting.Kind != OriginSettingKind.Login).ToDictionary(setting => setting.Name, _ => "");

    /// <summary>Members that the portal does not know, as JSON.</summary>
    public string Others { get; set; } = "";

    public string LoginPolicy { get; set; } = "";

    /// <summary>The name, typed again by whoever means it to be public without a login.</summary>
    public string Confirmation { get; set; } = "";

    public bool HasRecord { get; set; } = true;

    public static RuleForm Of(TunnelEntry entry)
    {
        var form = new RuleForm
        {
            Name = entry.Name.Value, Path = entry.Path ?? "", Service = entry.Service, HasRecord = entry.HasRecord,
            LoginPolicy = entry.LoginPolicy ?? "", Confirmation = entry.IsPublicWithoutLogin ? entry.Name.Value : "",
        };
        var others = entry.OriginRequest is null ? [] : JsonNode.Parse(entry.OriginRequest) as JsonObject ?? [];
        foreach (var name in form.Settings.Keys.Where(others.ContainsKey).ToList())
        {
            form.Settings[name] = others[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : others[name]?.ToJsonString() ?? "";
            others.Remove(name);
        }

        form.Others = others.Count > 0 ? others.ToJsonString() : "";
        return form;
    }

    public (TunnelEntry? Entry, IReadOnlyDictionary<string, string> Faults) Read(string id, string tunnelId, int rank, DesiredState state)
    {
        var (json, fault) = ReadSettings();
        var isConfirmed = RecordName.TryParse(Name, out var name, out _) && Confirmation.Trim() == name.Value;
        var (entry, found) = RuleChecks.Read(new RuleText(Name, Path, Service, json, LoginPolicy, isConfirmed, HasRecord), id, tunnelId, rank, state);
        var faults = found.ToDictionary();
        if (faults.Remove(RuleChecks.LoginField, out var open))
            faults[LoginPolicy.Length == 0 ? ConfirmField : RuleChecks.LoginField] = LoginPolicy.Length == 0 ? $"Anyone on the Internet could open it without a login. Type {(name.Value is { Length: > 0 } typed ? typed : "the name")} to confirm that." : open;
        if (fault is not null)
            faults[RuleChecks.SettingsField] = fault;
        return (faults.Count > 0 ? null : entry, faults);
    }

    private (string? Json, string? Fault) ReadSettings()
    {
        var (settings, fault) = OriginSettings.Read(Others);
        if (fault is not null)
            return (null, fault);
        settings ??= [];
        foreach (var (name, text) in Settings.Where(setting => setting.Value.Trim().Length > 0))
            settings[name] = Value(OriginSettings.Find(name)!.Kind, text.Trim());
        return (settings.Count > 0 ? settings.ToJsonString() : null, null);
    }

    /// <summary>What is no number stays a text, so that the fault is said of what was typed.</summary>
    private static JsonNode? Value(OriginSettingKind kind, string text)
    {
        if (kind is OriginSettingKind.Text or OriginSettingKind.Proxy)
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
