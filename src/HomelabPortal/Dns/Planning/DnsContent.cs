using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>What a record should say. Some of it is known only after looking at the lab.</summary>
internal abstract record DnsContent
{
    /// <summary>The address at which the house reaches the ingress.</summary>
    internal sealed record Lan : DnsContent;

    /// <summary>The tunnel, through Cloudflare's proxy.</summary>
    internal sealed record Tunnel : DnsContent;

    /// <summary>What the owner typed.</summary>
    internal sealed record Typed(string Type, string Content, int Ttl, bool IsProxied) : DnsContent;

    /// <summary>What the record must hold, or null while the lab has not told.</summary>
    public DnsValue? Resolve(LabFacts facts) => this switch
    {
        Lan when facts.LanAddress is { } address => new DnsValue(address.Contains(':') ? "AAAA" : "A", address, DnsValue.AutomaticTtl, false).Normalised(),
        Tunnel when facts.TunnelId is { } id => new DnsValue("CNAME", DnsValue.TunnelTarget(id), DnsValue.AutomaticTtl, true).Normalised(),
        Typed typed => new DnsValue(typed.Type, typed.Content, typed.Ttl, typed.IsProxied).Normalised(),
        _ => null,
    };
}
