using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A container runtime of the host.</summary>
public sealed record DockerRuntime([property: JsonPropertyName("path")] string? Path);
