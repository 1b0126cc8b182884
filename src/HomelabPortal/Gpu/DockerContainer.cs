using System.Collections.Immutable;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu;

/// <summary>A container as the pages need it.</summary>
/// <param name="Ports">TCP ports published on an address that other machines reach.</param>
public sealed record DockerContainer(string Id, string Name, string Image, string State, string Status, ImmutableArray<int> Ports)
{
    /// <summary>The digest of its image's configuration, which says what it runs whatever the tag means now.</summary>
    public string? ImageId { get; init; }

    public bool IsRunning => State == "running";

    public static DockerContainer From(ContainerSummary container) => new(
        container.Id,
        container.Name ?? container.Id[..Math.Min(12, container.Id.Length)],
        container.Image ?? "",
        container.State ?? "unknown",
        container.Status ?? "",
        [.. (container.Ports ?? []).Where(IsReachable).Select(port => port.PublicPort ?? 0).Distinct().Order()])
    {
        ImageId = container.ImageId,
    };

    private static bool IsReachable(ContainerPort port) =>
        port is { PublicPort: > 0, Type: "tcp" or null } && port.HostAddress is not ("127.0.0.1" or "::1");
}
