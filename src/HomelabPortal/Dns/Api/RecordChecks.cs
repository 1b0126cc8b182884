using HomelabPortal.Desired;
using HomelabPortal.Dns.Editing;

namespace HomelabPortal.Dns.Api;

/// <summary>Pure: reads a wish for a record and finds every fault at once, by member.</summary>
internal static class RecordChecks
{
    /// <param name="before">What is changed; null for a new record.</param>
    public static (DnsEntry? Entry, IReadOnlyDictionary<string, string> Faults) Read(RecordWish wish, string id, DnsEntry? before = null)
    {
        var draft = new EntryDraft(wish.Name, wish.Type, wish.Content, null, wish.Ttl, wish.IsProxied ?? false, wish.Note);
        var (entry, faults) = EntryChecks.Read(draft, id, before);
        // The form has a field for each part of the content; here it is one member.
        return (entry, faults.GroupBy(fault => fault.Key.Split('.')[0]).ToDictionary(group => group.Key, group => string.Join(' ', group.Select(fault => fault.Value))));
    }
}
