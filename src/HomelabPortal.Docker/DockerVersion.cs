using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>Answer of GET /version.</summary>
public sealed record DockerVersion
{
    /// <summary>Version of the engine.</summary>
    public string? Version { get; init; }

    /// <summary>Newest API version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Oldest API version.</summary>
    [JsonPropertyName("MinAPIVersion")]
    public string? MinApiVersion { get; init; }

    /// <summary>Operating system.</summary>
    public string? Os { get; init; }

    /// <summary>Processor architecture, such as <c>amd64</c>.</summary>
    public string? Arch { get; init; }

    /// <summary>Version of the kernel.</summary>
    public string? KernelVersion { get; init; }
}
