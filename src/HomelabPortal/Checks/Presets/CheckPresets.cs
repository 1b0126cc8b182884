using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Checks.Presets;

/// <summary>The presets that come with the portal: the file beside this one.</summary>
internal static class CheckPresets
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static ImmutableArray<CheckPreset> All { get; } = Read();

    public static CheckPreset? Find(string? id) => All.FirstOrDefault(preset => preset.Id == id);

    private static ImmutableArray<CheckPreset> Read()
    {
        using var file = typeof(CheckPresets).Assembly.GetManifestResourceStream($"{typeof(CheckPresets).Namespace}.presets.json")
            ?? throw new InvalidOperationException("The presets of checks are not in the assembly.");
        return [.. JsonSerializer.Deserialize<CheckPreset[]>(file, _options) ?? []];
    }
}
