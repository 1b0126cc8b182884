using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>
/// An immutable snapshot of what we created.
/// Nothing outside is deleted or overwritten unless this and the mark on the thing itself agree.
/// </summary>
internal sealed record Ledger(ImmutableDictionary<ResourceKey, LedgerEntry> Entries)
{
    public static Ledger Empty { get; } = new(ImmutableDictionary<ResourceKey, LedgerEntry>.Empty);

    public LedgerEntry? Find(ResourceKey key) => Entries.GetValueOrDefault(key);

    public IEnumerable<LedgerEntry> Of(string target) => Entries.Values.Where(entry => entry.Key.Target == target);
}
