using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Gpu;

/// <summary>A container as the pages need it.</summary>
/// <param name="Image">The name that it was made from; an id where it has none, or where that could not be read yet.</param>
/// <param name="Ports">TCP ports published on an address that other machines reach.</param>
public sealed record DockerContainer(string Id, string Name, string Image, string State, string Status, ImmutableArray<int> Ports)
{
    private const string OtherNetwork = "container:";

    /// <summary>The digest of its image's configuration, which says what it runs whatever the tag means now.</summary>
    public string? ImageId { get; init; }

    /// <summary>The name of its image could not be read just now, and was never before.</summary>
    public bool IsImageUnseen { get; init; }

    /// <summary>Labels for start pages, which tell people about it.</summary>
    public ImmutableDictionary<string, string> PageLabels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What else looks after it, by its labels; another portal is not told here.</summary>
    public string? Keeper { get; init; }

    public bool IsRunning => State == "running";

    /// <summary>TCP ports published on any address, also those that only the host itself reaches. A container that does not run publishes none.</summary>
    public ImmutableArray<DockerPort> Published { get; init; } = [];

    /// <summary>It is on the network of its host, where Docker lists no ports.</summary>
    public bool SharesNetwork { get; init; }

    /// <summary>The id of the container whose network it uses, and by whose ports it is reached; null for one with a network of its own.</summary>
    public string? NetworkOf { get; init; }

    /// <summary>What it was made from, where this or another portal made it.</summary>
    public string? SpecHash { get; init; }

    /// <summary>A portal made it, and gave the server in it a key.</summary>
    public bool HasKey { get; init; }

    public static DockerContainer From(ContainerSummary container) => new(
        container.Id,
        container.Name ?? container.Id[..Math.Min(12, container.Id.Length)],
        container.Image ?? "",
        container.State ?? "unknown",
        container.Status ?? "",
        [.. (container.Ports ?? []).Where(IsReachable).Select(port => port.PublicPort ?? 0).Distinct().Order()])
    {
        ImageId = container.ImageId,
        SharesNetwork = container.HostConfig?.NetworkMode == "host",
        NetworkOf = container.HostConfig?.NetworkMode is { } mode && mode.StartsWith(OtherNetwork, StringComparison.Ordinal) ? mode[OtherNetwork.Length..] : null,
        Keeper = Keepers.Of(container.Labels, container.Labels?.GetValueOrDefault(ContainerLabels.Managed) ?? ""),
        SpecHash = container.Labels?.GetValueOrDefault(ContainerLabels.SpecHash),
        HasKey = container.Labels?.ContainsKey(ContainerLabels.Managed) == true && container.Labels.ContainsKey(ContainerLabels.HasKey),
        Published =
        [
            .. (container.Ports ?? []).Where(port => port is { PublicPort: > 0, Type: "tcp" or null })
                .Select(port => new DockerPort(port.HostAddress ?? "", port.PublicPort ?? 0, port.PrivatePort))
                .Distinct().OrderBy(port => port.ContainerPort).ThenBy(port => port.Address, StringComparer.Ordinal),
        ],
        PageLabels = (container.Labels ?? ImmutableDictionary<string, string>.Empty).Where(label => label.Key.StartsWith("homepage.", StringComparison.Ordinal)).ToImmutableDictionary(),
    };

    private static bool IsReachable(ContainerPort port) =>
        port is { PublicPort: > 0, Type: "tcp" or null } && port.HostAddress is not ("127.0.0.1" or "::1");
}
