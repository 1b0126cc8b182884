using System.Collections.Frozen;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Ownership;

/// <summary>What is needed to say whose the records of one zone are.</summary>
internal sealed class OwnershipFacts
{
    private readonly FrozenDictionary<string, LedgerEntry> _made;
    private readonly FrozenDictionary<string, DnsEntry> _entries;
    private readonly FrozenDictionary<string, Exposure> _exposures;

    public OwnershipFacts(DnsZone zone, DesiredState desired, Ledger ledger)
    {
        Claims = new ZoneClaims(zone);
        Instance = desired.Instance;
        _made = ledger.Of(DnsView.Target).Where(entry => entry.RemoteId is not null).DistinctBy(entry => entry.RemoteId).ToFrozenDictionary(entry => entry.RemoteId!);
        _entries = desired.DnsEntries.ToFrozenDictionary(entry => entry.Id);
        _exposures = desired.Exposures.ToFrozenDictionary(exposure => exposure.Id);
    }

    public ZoneClaims Claims { get; }

    public string Instance { get; }

    public LedgerEntry? MadeAs(string recordId) => _made.GetValueOrDefault(recordId);

    public DnsEntry? Entry(string ownerId) => _entries.GetValueOrDefault(ownerId);

    public Exposure? Exposure(string ownerId) => _exposures.GetValueOrDefault(ownerId);
}
