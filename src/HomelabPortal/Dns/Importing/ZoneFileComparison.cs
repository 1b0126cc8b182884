using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Dns.ZoneFiles;

namespace HomelabPortal.Dns.Importing;

/// <summary>Pure: an uploaded zone file beside the zone, so that what is missing can be added one by one.</summary>
internal static class ZoneFileComparison
{
    public static ImmutableArray<ImportLine> Of(ZoneFile file, DnsZone zone, DesiredState desired)
    {
        var wanted = desired.DnsEntries.Select(entry => (entry.Name.Value, new DnsValue(entry.Type, entry.Content, entry.Ttl, entry.IsProxied).Normalised())).ToHashSet();
        return [.. file.Records.Select(line => Compare(line, zone, wanted))];
    }

    private static ImportLine Compare(ZoneFileLine line, DnsZone zone, HashSet<(string, DnsValue)> wanted)
    {
        var there = zone.At(line.Name).ToList();
        if (wanted.Contains((line.Name, line.Value)) || there.Any(record => record.Value == line.Value))
            return New(ImportState.There, null);
        if (there.FirstOrDefault(record => record.Value.SaysTheSameAs(line.Value)) is { } same)
            return New(ImportState.OtherManner, $"stands there as {same.Value.Describe(same.Name)}");
        return there.FirstOrDefault(record => DnsConflicts.Between(line.Value, record.Value, isWholeName: false)) is { } other
            ? New(ImportState.InTheWay, $"{other.Value.Describe(other.Name)} stands there")
            : New(ImportState.New, null);

        ImportLine New(ImportState state, string? why) => new(line.Number, line.Name, line.Value, state, why);
    }
}
