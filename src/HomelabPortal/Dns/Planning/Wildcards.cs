namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: what a wildcard answers for, after RFC 4592.</summary>
internal static class Wildcards
{
    /// <summary>
    /// The records that answer for a name which has none of its own.
    /// A name that exists, or that something below it makes exist, ends the reach of every wildcard above it.
    /// </summary>
    /// <param name="ignored">The record that is thought away.</param>
    /// <param name="coming">Names that will have a record when the plan is carried out.</param>
    public static IReadOnlyList<LiveRecord> Answering(string name, DnsZone zone, LiveRecord? ignored, IReadOnlySet<string> coming)
    {
        var existing = zone.Records.Where(record => record != ignored).Select(record => record.Name)
            .Concat(coming.Where(other => other != name && other.EndsWith("." + zone.Name, StringComparison.Ordinal)))
            .SelectMany(other => WithParents(other, zone.Name))
            .Append(zone.Name)
            .ToHashSet(StringComparer.Ordinal);
        if (existing.Contains(name))
            return [];
        var encloser = WithParents(name, zone.Name).Skip(1).First(existing.Contains);
        return [.. zone.At("*." + encloser)];
    }

    /// <summary>True when a LAN client that asks for the name is already sent to this address and nowhere else.</summary>
    public static bool AlreadyAnswer(string name, DnsValue wanted, DnsZone zone, LiveRecord? ignored, IReadOnlySet<string> coming)
    {
        var answers = Answering(name, zone, ignored, coming).Where(record => record.Value.Type is "A" or "AAAA" or "CNAME").ToList();
        return answers.Count > 0 && answers.All(record => !record.Value.IsProxied && record.Value.Type == wanted.Type && record.Value.Content == wanted.Content);
    }

    private static IEnumerable<string> WithParents(string name, string zone)
    {
        for (var rest = name; rest.Length >= zone.Length; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
            if (rest == zone)
                yield break;
        }
    }
}
