using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What a change of a container carries for its target: no secrets, since the journal keeps it.</summary>
/// <param name="Hash">What should stand there in the end; null when nothing should.</param>
/// <param name="CurrentId">What bears the name now.</param>
/// <param name="PreviousId">What is put aside.</param>
/// <param name="Failed">What is given up, and why.</param>
internal sealed record ContainerChange(
    ContainerStep Step, string Host, string Name, string? Hash, string? CurrentId = null, string? PreviousId = null, FailedVersion? Failed = null, string? Image = null)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static ContainerChange Of(Change change) =>
        change.Hint.Deserialize<ContainerChange>(_options) ?? throw new JsonException("A change of a container carries nothing.");

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, _options)!;
}
