using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Platform;

namespace HomelabPortal.Tunnels.Acts;

/// <summary>Pure: why a tunnel cannot be deleted now. What cannot be seen is no reason to delete.</summary>
internal static class TunnelDeletion
{
    public static string? WhyNot(string tunnelId, LiveValue<TunnelState> tunnels, LiveValue<DnsState> dns, DesiredState desired)
    {
        if (tunnels.Fault is not null || tunnels.IsLoading || tunnels.Value.Find(tunnelId) is not { } tunnel)
            return "The tunnel cannot be seen now. Nothing is deleted without looking.";
        if (dns.Fault is not null || dns.IsLoading)
            return "The DNS zones cannot be seen now, so it is not known whether a name leads to the tunnel.";
        var names = NamesOf(tunnelId, dns.Value);
        if (names.Count > 0)
            return $"{List(names)} {(names.Count == 1 ? "leads" : "lead")} to it. Remove {(names.Count == 1 ? "that record" : "those records")} first, or visitors meet an error and others may take the name over.";
        var rules = desired.TunnelEntries.Where(entry => entry.TunnelId == tunnelId).Select(entry => entry.Name.Value).Distinct().ToList();
        if (rules.Count > 0)
            return $"The portal keeps rules in it for {List(rules)}. Remove them first.";
        var exposures = tunnels.Value.ChosenId == tunnelId ? desired.Exposures.Where(exposure => exposure.Visibility == Visibility.Tunnel).Select(exposure => exposure.Hostname.Value).ToList() : [];
        if (exposures.Count > 0)
            return $"Exposures go through it: {List(exposures)}. Keep them in the house first.";
        return tunnel.Connectors.IsEmpty ? null : $"{tunnel.Connectors.Length} connectors still serve it. Scale cloudflared to 0 or stop its containers, then clean up the connections.";
    }

    public static IReadOnlyList<string> NamesOf(string tunnelId, DnsState dns)
    {
        var target = DnsValue.TunnelTarget(tunnelId);
        return [.. dns.Zones.SelectMany(zone => zone.Records).Where(record => record.Value.Type == "CNAME" && record.Value.Content == target).Select(record => record.Name).Order(StringComparer.Ordinal)];
    }

    private static string List(IReadOnlyList<string> names) => names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
}
