using System.Net;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames;

/// <summary>How hostnames are tried from outside.</summary>
internal sealed class HostnameOptions : IValidatedOptions
{
    public static string Section => "Hostnames";

    /// <summary>Where public addresses are asked for, as JSON over HTTPS, past the house's own DNS.</summary>
    public string Resolver { get; set; } = "https://1.1.1.1/dns-query";

    /// <summary>Address and port on loopback that stand for Cloudflare's edge in a simulated lab; null for the real one.</summary>
    public string? EdgeAddress { get; set; }

    /// <summary>File with the authority of the simulated edge's certificates; null for those that the machine trusts.</summary>
    public string? EdgeAuthority { get; set; }

    public IPEndPoint? Edge => EdgeAddress is not null && IPEndPoint.TryParse(EdgeAddress, out var edge) ? edge : null;

    public Uri ResolverUri => new(Resolver);

    public IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(Resolver, UriKind.Absolute, out var resolver) || resolver.Scheme != "https")
            yield return $"Hostnames:Resolver “{Resolver}” is not an https address. Give one that answers DNS questions as JSON, for example https://1.1.1.1/dns-query.";
        // Anything else would let a setting turn the probe towards machines of the house.
        if (EdgeAddress is not null && (Edge is not { Port: > 0 } edge || !IPAddress.IsLoopback(edge.Address)))
            yield return $"Hostnames:EdgeAddress “{EdgeAddress}” is not an address and port on loopback. Leave it out: it is only for simulated labs.";
        if (EdgeAuthority is not null && !File.Exists(EdgeAuthority))
            yield return $"Hostnames:EdgeAuthority “{EdgeAuthority}” is not there. Leave it out: it is only for simulated labs.";
    }
}
