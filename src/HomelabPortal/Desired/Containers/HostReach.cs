using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Containers;

/// <summary>What opens the host to a container.</summary>
public sealed record HostReach
{
    public bool IsPrivileged { get; init; }

    public bool SharesNetwork { get; init; }

    public bool SharesProcesses { get; init; }

    public bool SharesMemory { get; init; }

    /// <summary>Rights of the kernel beyond Docker's own set, such as SYS_ADMIN.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>It reaches something that the other does not.</summary>
    public bool Reaches(HostReach other) =>
        (IsPrivileged && !other.IsPrivileged) || (SharesNetwork && !other.SharesNetwork) || (SharesProcesses && !other.SharesProcesses)
        || (SharesMemory && !other.SharesMemory) || Capabilities.Except(other.Capabilities).Any();

    [JsonIgnore]
    public bool IsNone => !IsPrivileged && !SharesNetwork && !SharesProcesses && !SharesMemory && Capabilities.IsEmpty;
}
