using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Ownership;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Collects the three parts of a hostname.</summary>
internal sealed class HostParts
{
    /// <summary>Stands for "any name" below a wildcard; no record may have it.</summary>
    public const string AnyLabel = "a-name-that-nobody-has";

    private readonly HostnameFacts _facts;
    private readonly RecordLeads _leads;
    private readonly ImmutableArray<(LiveTunnel Tunnel, ImmutableArray<TunnelRule> Rules)> _tunnels;
    private readonly ILookup<string, LiveTunnel> _ruledBy;

    public HostParts(HostnameFacts facts)
    {
        _facts = facts;
        Zones = new ZoneIndexes(facts.Dns);
        Routes = new RouteIndex(facts.Ingress);
        Declared = new DeclaredNames(facts.Desired, facts.Now);
        _leads = new RecordLeads(facts, Zones);
        _tunnels = [.. facts.Tunnels.Tunnels.Where(tunnel => tunnel.IsRemotelyManaged).Select(tunnel => (tunnel, TunnelDocument.Rules(tunnel.Document)))];
        _ruledBy = _tunnels.SelectMany(entry => entry.Rules.Select(rule => (rule.Hostname, entry.Tunnel))).Distinct().ToLookup(pair => pair.Hostname, pair => pair.Tunnel);
    }

    public ZoneIndexes Zones { get; }

    public RouteIndex Routes { get; }

    public DeclaredNames Declared { get; }

    public IEnumerable<string> RuledNames => _ruledBy.Select(group => group.Key).Where(name => name is not ("" or "*"));

    public HostView Collect(string name)
    {
        var asked = name.StartsWith("*.", StringComparison.Ordinal) ? $"{AnyLabel}{name[1..]}" : name;
        var zone = Zones.Of(asked);
        var records = zone is null ? [] : name == asked ? zone.Answering(asked) : zone.Own(name).Any() ? zone.Own(name) : zone.Answering(asked);
        ImmutableArray<DnsPart> dns = zone is null ? [] : [.. records.Select(record => Part(record, zone.Zone))];
        var exposure = Declared.Exposure(name);
        return new HostView(name, asked, zone)
        {
            Dns = [.. dns],
            Tunnel = [.. TunnelParts(name, asked, dns)],
            Routes = [.. Routes.Naming(asked).Select(route => RouteParts.Of(route, asked))],
            RouteForEveryHost = Routes.ForEveryHost,
            Exposure = exposure,
            WantsTunnel = exposure is not null && Declared.WantsTunnel(exposure),
            Records = [.. Declared.Records(name)],
            Rules = [.. Declared.Rules(name)],
        };
    }

    private DnsPart Part(LiveRecord record, DnsZone zone)
    {
        var entry = DeclaredBy(record);
        var owner = entry is not null ? PartOwners.Portal : DnsOwner.Of(record, zone, _facts.Desired.Instance);
        return new DnsPart(zone.Name, record.Id, record.Name, record.Value.Type, record.Value.Content, record.Value.Ttl, record.Value.IsProxied, _leads.Of(record.Value), owner, entry);
    }

    private string? DeclaredBy(LiveRecord record)
    {
        if (record.Mark is { } mark && mark.Instance == _facts.Desired.Instance)
            return _facts.Desired.FindExposure(mark.OwnerId)?.Id ?? _facts.Desired.DnsEntries.FirstOrDefault(entry => entry.Id == mark.OwnerId)?.Id;
        return _facts.Desired.DnsEntries.FirstOrDefault(entry => entry.AdoptedId == record.Id)?.Id;
    }

    private IEnumerable<TunnelPart> TunnelParts(string name, string asked, ImmutableArray<DnsPart> dns)
    {
        var led = dns.Select(part => part.Lead.TunnelId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ruled = _ruledBy[name].Select(tunnel => tunnel.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (led.Count == 0 && ruled.Count == 0)
            yield break;
        foreach (var (tunnel, rules) in _tunnels.Where(entry => led.Contains(entry.Tunnel.Id) || ruled.Contains(entry.Tunnel.Id)))
        {
            var (isLed, isAsked) = (led.Contains(tunnel.Id), true);
            for (var index = 0; index < rules.Length; index++)
            {
                var rule = rules[index];
                if (!rule.Catches(asked) && rule.Hostname != name)
                    continue;
                if ((isLed && isAsked) || rule.Hostname == name)
                    yield return TunnelRules.Part(tunnel, index, rule, isAsked, isLed, _facts);
                isAsked &= rule.Path.Length > 0;
            }
        }
    }
}
