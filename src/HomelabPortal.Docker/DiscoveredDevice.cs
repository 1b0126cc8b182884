using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A device the daemon found.</summary>
/// <param name="Source">Who found it, such as <c>cdi</c>.</param>
/// <param name="Id">Name to ask for, such as <c>nvidia.com/gpu=0</c>.</param>
public sealed record DiscoveredDevice(string? Source, [property: JsonPropertyName("ID")] string? Id);
