using HomelabPortal.Desired;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>What is wanted here, by hostname.</summary>
internal sealed class DeclaredNames(DesiredState desired, DateTimeOffset now)
{
    private readonly ILookup<string, Exposure> _exposures = desired.Exposures
        .Where(exposure => exposure.ExpiresAt is not { } end || end > now).ToLookup(exposure => exposure.Hostname.Value);

    private readonly ILookup<string, DnsEntry> _records = desired.DnsEntries.Where(entry => entry.Type is "A" or "AAAA" or "CNAME").ToLookup(entry => entry.Name.Value);

    private readonly ILookup<string, TunnelEntry> _rules = desired.TunnelEntries.ToLookup(entry => entry.Name.Value);

    public IEnumerable<string> Names => _exposures.Select(group => group.Key).Concat(_records.Select(group => group.Key)).Concat(_rules.Select(group => group.Key));

    public Exposure? Exposure(string name) => _exposures[name].FirstOrDefault();

    public IEnumerable<DnsEntry> Records(string name) => _records[name];

    public IEnumerable<TunnelEntry> Rules(string name) => _rules[name];

    public bool WantsTunnel(Exposure exposure) => exposure.Visibility == Visibility.Tunnel && !desired.AreTunnelsClosed;
}
