using System.Collections.Immutable;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu;

/// <summary>One Docker host: its last good container list with its age, and why it is old when it is.</summary>
/// <param name="LanAddress">Where the cluster reaches published ports; null when unknown.</param>
/// <param name="AsOf">Null while it was never seen since the portal started.</param>
public sealed record DockerHostState(
    string Name, string? LanAddress, ImmutableArray<DockerContainer> Containers, DateTimeOffset? AsOf, string? Fault)
{
    /// <summary>Further addresses and names that lead to it.</summary>
    public ImmutableArray<string> OtherAddresses { get; init; } = [];

    internal static DockerHostState NotYetSeen(DockerHost host) => new(host.Name, host.LanAddress, [], null, null) { OtherAddresses = [.. host.OtherAddresses] };

    /// <summary>Whether an address or a name is this host's, as far as the settings say.</summary>
    public bool IsAt(string address) =>
        Same(LanAddress, address) || Same(Name, address) || OtherAddresses.Any(other => Same(other, address));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
