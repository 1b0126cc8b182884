using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Writing;

/// <summary>Pure: tells from a zone's records whether a change has taken effect.</summary>
internal static class DnsReadBack
{
    public static ReadBack Of(Change change, IReadOnlyCollection<LiveRecord> records)
    {
        if (change is { Kind: ChangeKind.Release, After: null })
            return ReadBack.Gone;
        if (change.After is null)
            return records.Any(record => record.Id == change.RemoteId) ? ReadBack.NotDone : ReadBack.Gone;
        var image = DnsImage.From(change.After);
        var made = records.FirstOrDefault(record => (change.Kind is not (ChangeKind.Release or ChangeKind.Adopt) || record.Id == change.RemoteId) && record.Name == image.Name && record.Value == image.Value && record.Comment == image.Comment);
        if (made is null)
            // A record that was to be given back and is gone needs no more giving back.
            return change.Kind == ChangeKind.Release && records.All(record => record.Id != change.RemoteId) ? ReadBack.Gone : ReadBack.NotDone;
        return LeavesNothing(change) ? ReadBack.Gone : ReadBack.Done(EntryOf(change, made.Id));
    }

    /// <summary>After it the ledger speaks of the record no more.</summary>
    public static bool LeavesNothing(Change change) => change.After is null || change.Kind == ChangeKind.Release;

    /// <summary>True while what the plan looked at still stands as it was.</summary>
    public static bool IsAsPlanned(Change change, IReadOnlyCollection<LiveRecord> records)
    {
        if (change.Before is null)
            return true;
        var before = DnsImage.From(change.Before);
        return records.Any(record => record.Id == change.RemoteId && record.Value == before.Value && record.Comment == before.Comment);
    }

    public static LedgerEntry EntryOf(Change change, string id) => new(change.Key, change.OwnerId, id, change.After!.DeepClone());
}
