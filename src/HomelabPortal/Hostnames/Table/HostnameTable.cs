using System.Collections.Immutable;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Hostnames.Table;

/// <summary>Pure: one row for every hostname that DNS, a tunnel or the ingress knows, or that is wanted here.</summary>
internal static class HostnameTable
{
    public static ImmutableArray<HostnameRow> Of(HostnameFacts facts)
    {
        var parts = new HostParts(facts);
        var views = Names(parts).Select(parts.Collect).ToList();
        // Names below a wildcard are taken by what answers for them; the wildcard is judged with that in hand.
        var below = views.Where(host => !host.IsWildcard && IsServed(host))
            .SelectMany(host => host.Dns.Where(part => part.IsWildcard).Select(part => (Wildcard: part.Name, host.Name)).Distinct())
            .ToLookup(pair => pair.Wildcard, pair => pair.Name);
        var used = views.SelectMany(host => host.Tunnel).Where(part => part is { IsLed: true, IsAsked: true }).Select(part => (part.TunnelId, part.Index)).ToHashSet();
        return
        [
            .. views.Select(host => host.IsWildcard ? WithUse(host, used) with { AnswersFor = [.. below[host.Name].OrderBy(name => name, NaturalOrder.Instance)] } : host)
                .Select(host => Row(host, facts))
                .OrderBy(row => row.IsWildcard ? 0 : 1).ThenBy(row => row.Name, NaturalOrder.Instance),
        ];
    }

    /// <summary>Each once, whatever it was written like.</summary>
    private static IEnumerable<string> Names(HostParts parts) =>
        parts.Zones.All.SelectMany(zone => zone.Zone.Records.Where(ZoneIndex.IsAddress).Select(record => record.Name))
            .Concat(parts.RuledNames)
            .Concat(parts.Routes.Names)
            .Concat(parts.Declared.Names)
            .Select(name => name.TrimEnd('.').ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);

    /// <summary>A wildcard's rule is used when a record of any name that it takes leads to its tunnel.</summary>
    private static HostView WithUse(HostView host, HashSet<(string, int)> used) =>
        host with { Tunnel = [.. host.Tunnel.Select(part => used.Contains((part.TunnelId, part.Index)) ? part with { IsLed = true } : part)] };

    private static bool IsServed(HostView host) => host.Routes.Count > 0 || host.Serving.Any(part => !part.LeadsToIngress);

    private static HostnameRow Row(HostView host, HostnameFacts facts)
    {
        var (kind, reason) = HostJudge.Judge(host, facts);
        var (reach, inHouse, fromInternet) = HostReaches.Of(host, facts);
        var login = HostLogins.Of(host, reach, facts);
        return new HostnameRow(host.Name, kind, reason, HostStates.Of(kind, host, login, facts), reach, login)
        {
            Zone = host.Zone?.Zone.Name ?? "",
            Dns = host.Dns,
            Tunnel = host.Tunnel,
            Routes = host.Routes,
            AnswersFor = host.AnswersFor,
            Mendings = Mendings.Of(kind, host, login, facts),
            InHouse = inHouse,
            FromInternet = fromInternet,
            ExposureId = host.Exposure?.Id,
        };
    }
}
