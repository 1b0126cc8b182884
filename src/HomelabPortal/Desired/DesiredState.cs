using System.Collections.Immutable;

namespace HomelabPortal.Desired;

/// <summary>Everything the owner wants, at one revision.</summary>
internal sealed record DesiredState
{
    public long Revision { get; init; }

    /// <summary>Eight characters that tell this portal's marks from another's.</summary>
    public string Instance { get; init; } = "";

    public ChangePolicy Policy { get; init; } = ChangePolicy.Observe;

    public ImmutableArray<Exposure> Exposures { get; init; } = [];

    public ImmutableArray<DnsEntry> DnsEntries { get; init; } = [];

    public Exposure? FindExposure(string id) => Exposures.FirstOrDefault(exposure => exposure.Id == id);
}
