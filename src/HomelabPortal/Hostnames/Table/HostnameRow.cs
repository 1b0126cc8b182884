using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Table;

/// <summary>One hostname with everything that DNS, the tunnels and the ingress have to do with it.</summary>
/// <param name="Reason">Why it is of this class, in one sentence.</param>
public sealed record HostnameRow(string Name, HostnameClass Class, string Reason, HealthState State, HostReach Reach, HostLogin Login)
{
    /// <summary>The zone it lies in; empty when the account has none for it.</summary>
    public string Zone { get; init; } = "";

    public ValueList<DnsPart> Dns { get; init; } = [];

    public ValueList<TunnelPart> Tunnel { get; init; } = [];

    public ValueList<RoutePart> Routes { get; init; } = [];

    /// <summary>For a wildcard, the hostnames that it answers for.</summary>
    public ValueList<string> AnswersFor { get; init; } = [];

    public ValueList<Mending> Mendings { get; init; } = [];

    /// <summary>What a client in the house gets, in one sentence.</summary>
    public string InHouse { get; init; } = "";

    /// <summary>What a client on the Internet gets, in one sentence.</summary>
    public string FromInternet { get; init; } = "";

    /// <summary>The exposure that declares it, or null.</summary>
    public string? ExposureId { get; init; }

    public bool IsWildcard => Name.StartsWith("*.", StringComparison.Ordinal);

    public string Href => $"/hostnames/{Uri.EscapeDataString(Name)}";

    public bool IsReachedFromInternet => Reach is HostReach.Internet or HostReach.Both;

    /// <summary>Needs somebody; what is just being made does not.</summary>
    public bool IsProblem => State is HealthState.Degraded or HealthState.Broken;

    /// <summary>A request through Cloudflare's edge would come into this lab.</summary>
    public bool GoesThroughEdge => !IsWildcard && Dns.Any(part => part.IsProxied || part.Lead.Kind is LeadKind.Tunnel or LeadKind.DeadTunnel);
}
