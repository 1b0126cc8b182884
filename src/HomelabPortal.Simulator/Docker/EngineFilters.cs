using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The <c>filters</c> parameter: kinds with their values; the older form with an object of flags is read too.</summary>
internal static class EngineFilters
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Parse(string? text, IReadOnlyCollection<string> known)
    {
        var result = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(text)) return result;
        try
        {
            foreach (var (kind, values) in JsonNode.Parse(text) as JsonObject ?? throw DockerErrors.BadFilters())
            {
                if (!known.Contains(kind)) throw DockerErrors.BadFilter(kind);
                result[kind] = values switch
                {
                    JsonArray list => [.. list.Select(value => (string?)value ?? "")],
                    JsonObject flags => [.. flags.Select(flag => flag.Key)],
                    _ => throw DockerErrors.BadFilters(),
                };
            }
            return result;
        }
        catch (JsonException)
        {
            throw DockerErrors.BadFilters();
        }
    }
}
