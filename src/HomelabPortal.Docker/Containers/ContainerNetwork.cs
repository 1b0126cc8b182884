using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A container's place in one network.</summary>
public sealed record ContainerNetwork
{
    /// <summary>ID of the network.</summary>
    [JsonPropertyName("NetworkID")]
    public string? NetworkId { get; init; }

    /// <summary>Address; empty while the container does not run.</summary>
    [JsonPropertyName("IPAddress")]
    public string? Address { get; init; }

    /// <summary>Gateway.</summary>
    public string? Gateway { get; init; }
}
