using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A port of a container, published when it has a public port.</summary>
public sealed record ContainerPort
{
    /// <summary>Address of the host it is published on.</summary>
    [JsonPropertyName("IP")]
    public string? HostAddress { get; init; }

    /// <summary>Port inside the container.</summary>
    public int PrivatePort { get; init; }

    /// <summary>Port of the host.</summary>
    public int? PublicPort { get; init; }

    /// <summary><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</summary>
    public string? Type { get; init; }
}
