using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A folder or volume mounted into a container.</summary>
public sealed record ContainerMount
{
    /// <summary><c>bind</c>, <c>volume</c>, <c>tmpfs</c> …</summary>
    public string? Type { get; init; }

    /// <summary>Name of the volume.</summary>
    public string? Name { get; init; }

    /// <summary>Path on the host.</summary>
    public string? Source { get; init; }

    /// <summary>Path in the container.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether the container may write.</summary>
    [JsonPropertyName("RW")]
    public bool IsWritable { get; init; }
}
