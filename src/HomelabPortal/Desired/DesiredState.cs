using System.Collections.Immutable;

namespace HomelabPortal.Desired;

/// <summary>Everything the owner wants, at one revision.</summary>
public sealed record DesiredState
{
    public long Revision { get; init; }

    /// <summary>Eight characters that tell this portal's marks from another's.</summary>
    public string Instance { get; init; } = "";

    public ChangePolicy Policy { get; init; } = ChangePolicy.Observe;

    public ImmutableArray<Exposure> Exposures { get; init; } = [];

    public ImmutableArray<DnsEntry> DnsEntries { get; init; } = [];

    public Exposure? FindExposure(string id) => Exposures.FirstOrDefault(exposure => exposure.Id == id);

    /// <summary>The state as it would be after an edit, for previews; nothing is saved.</summary>
    public DesiredState With(DesiredEdit edit) => edit switch
    {
        DesiredEdit.PutExposure put => this with { Exposures = [.. Exposures.Where(exposure => exposure.Id != put.Exposure.Id), put.Exposure] },
        DesiredEdit.RemoveExposure remove => this with { Exposures = [.. Exposures.Where(exposure => exposure.Id != remove.Id)] },
        DesiredEdit.PutDnsEntry put => this with { DnsEntries = [.. DnsEntries.Where(entry => entry.Id != put.Entry.Id), put.Entry] },
        DesiredEdit.RemoveDnsEntry remove => this with { DnsEntries = [.. DnsEntries.Where(entry => entry.Id != remove.Id)] },
        DesiredEdit.SetPolicy set => this with { Policy = set.Policy },
        _ => this,
    };
}
