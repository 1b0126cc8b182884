using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Dns.Snapshots;

/// <summary>
/// Pure: what restoring a snapshot would do. It edits what we want and nothing else, so nothing that is not ours is touched.
/// <code>
/// in the snapshot       now                             step
/// ours, an entry        the entry is the same           none
/// ours, an entry        the entry says something else   put back
/// ours, an entry        there is no such entry          put back
/// ours, an exposure     any                             left: the exposure decides
/// not ours              the same                        none
/// not ours              different or gone               left alone, and said
/// not there             any                             left alone, and said
/// </code>
/// </summary>
internal static class ZoneRestore
{
    public static ImmutableArray<RestoreStep> Plan(ZoneSnapshot snapshot, DnsZone? now, DesiredState desired)
    {
        var then = snapshot.Records.Select(record => StepOf(record, now, desired)).OfType<RestoreStep>();
        var known = snapshot.Records.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        var since = now?.Records.Where(record => !known.Contains(record.Id) && !IsSuccessor(record, snapshot, desired))
            .Select(record => new RestoreStep(record.Value.Describe(record.Name), "it was made since and is left alone", null)) ?? [];
        return [.. then.Concat(since).OrderByDescending(step => step.IsEdit)];
    }

    private static RestoreStep? StepOf(LiveRecord record, DnsZone? now, DesiredState desired)
    {
        var text = record.Value.Describe(record.Name);
        if (record.Mark is not { } mark || mark.Instance != desired.Instance)
            return now?.Find(record.Id) is { } live && live.Value == record.Value ? null
                : new RestoreStep(text, now is null ? "its zone cannot be seen" : "it is not ours and is left as it is now", null);
        if (desired.FindExposure(mark.OwnerId) is { } exposure)
            return now?.Find(record.Id)?.Value == record.Value ? null : new RestoreStep(text, $"the exposure {exposure.Hostname} decides about it", null);
        var entry = desired.DnsEntries.FirstOrDefault(candidate => candidate.Id == mark.OwnerId);
        var was = AsEntry(record, mark, entry);
        if (was is null)
            return new RestoreStep(text, $"records of the type {record.Value.Type} cannot be wanted here", null);
        if (entry is not null && entry.Name == was.Name && ValueOf(entry) == ValueOf(was) && (entry.Note ?? "") == (was.Note ?? ""))
            return null;
        return new RestoreStep(text, entry is null ? "its entry was removed since" : $"its entry now says {ValueOf(entry).Describe(entry.Name.Value)}", was);
    }

    private static DnsEntry? AsEntry(LiveRecord record, DnsMark mark, DnsEntry? now) =>
        Contents.RecordTypes.Find(record.Value.Type) is null || !RecordName.TryParse(record.Name, out var name, out _) ? null
        : new DnsEntry
        {
            Id = mark.OwnerId, Name = name, Type = record.Value.Type, Content = record.Value.Content, Ttl = record.Value.Ttl, IsProxied = record.Value.IsProxied,
            Note = record.Note, AdoptedId = now?.AdoptedId, AdoptedImage = now?.AdoptedImage,
        };

    private static DnsValue ValueOf(DnsEntry entry) => new DnsValue(entry.Type, entry.Content, entry.Ttl, entry.IsProxied).Normalised();

    /// <summary>A record that took the place of one in the snapshot, as a change of type does.</summary>
    private static bool IsSuccessor(LiveRecord record, ZoneSnapshot snapshot, DesiredState desired) =>
        record.Mark is { } mark && mark.Instance == desired.Instance && snapshot.Records.Any(old => old.Mark == mark);
}
