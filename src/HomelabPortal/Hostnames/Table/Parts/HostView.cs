using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>What was collected about one hostname, before it is judged.</summary>
/// <param name="Asked">The name that a client would ask for: of a wildcard, one that nobody has.</param>
internal sealed record HostView(string Name, string Asked, ZoneIndex? Zone)
{
    public ValueList<DnsPart> Dns { get; init; } = [];

    public ValueList<TunnelPart> Tunnel { get; init; } = [];

    public ValueList<RoutePart> Routes { get; init; } = [];

    public IngressRouteView? RouteForEveryHost { get; init; }

    public Exposure? Exposure { get; init; }

    /// <summary>False while the exposure is only for the house, or all tunnels are closed.</summary>
    public bool WantsTunnel { get; init; }

    public ImmutableArray<DnsEntry> Records { get; init; } = [];

    public ImmutableArray<TunnelEntry> Rules { get; init; } = [];

    public ValueList<string> AnswersFor { get; init; } = [];

    public bool IsWildcard => Name != Asked;

    /// <summary>Rules that a request can meet and that serve something.</summary>
    public IEnumerable<TunnelPart> Serving => Tunnel.Where(part => part is { IsLed: true, IsAsked: true, IsStatus: false });

    /// <summary>Rules of exactly this name that no record leads to.</summary>
    public IEnumerable<TunnelPart> Unled => Tunnel.Where(part => !part.IsLed);

    public bool IsTaken => Routes.Count > 0 || AnswersFor.Count > 0;

    public bool Leads(LeadKind kind) => Dns.Any(part => part.Lead.Kind == kind);

    public DnsPart? Led(LeadKind kind) => Dns.FirstOrDefault(part => part.Lead.Kind == kind);
}
