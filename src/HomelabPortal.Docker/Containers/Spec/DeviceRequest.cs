using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A request for devices such as GPUs. Wrong ones only show when the container is started.</summary>
public sealed record DeviceRequest
{
    /// <summary><c>nvidia</c>, <c>cdi</c> or empty.</summary>
    public string? Driver { get; init; }

    /// <summary>How many; -1 for all.</summary>
    public int? Count { get; init; }

    /// <summary>Which, instead of how many.</summary>
    [JsonPropertyName("DeviceIDs")]
    public IReadOnlyList<string>? DeviceIds { get; init; }

    /// <summary>Alternatives, each a list of capabilities that must all be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Capabilities { get; init; }

    /// <summary>Options of the driver.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
