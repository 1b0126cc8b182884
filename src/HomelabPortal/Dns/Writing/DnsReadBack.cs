using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Writing;

/// <summary>Pure: tells from a zone's records whether a change has taken effect.</summary>
internal static class DnsReadBack
{
    public static ReadBack Of(Change change, IEnumerable<LiveRecord> records)
    {
        if (change.Kind == ChangeKind.Release)
            return ReadBack.Gone;
        if (change.After is null)
            return records.Any(record => record.Id == change.RemoteId) ? ReadBack.NotDone : ReadBack.Gone;
        var image = DnsImage.From(change.After);
        var made = records.FirstOrDefault(record => record.Name == image.Name && record.Value == image.Value && record.Comment == image.Comment);
        return made is null ? ReadBack.NotDone : ReadBack.Done(EntryOf(change, made.Id));
    }

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
