using System.Collections.Immutable;

namespace HomelabPortal.Gpu;

/// <summary>One Docker host: its last good container list with its age, and why it is old when it is.</summary>
/// <param name="LanAddress">Where the cluster reaches published ports; null when unknown.</param>
public sealed record DockerHostState(
    string Name, string? LanAddress, ImmutableArray<DockerContainer> Containers, DateTimeOffset? AsOf, string? Fault);
