using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>A rule of a tunnel that catches a hostname.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="Hostname">Of the rule; empty for the catch-all.</param>
/// <param name="Path">A regular expression, or empty for every path.</param>
/// <param name="IsAsked">False when a rule above it has taken everything by then.</param>
/// <param name="IsLed">True when a record of the hostname leads to this tunnel.</param>
/// <param name="LeadsToIngress">The ingress decides what happens next.</param>
/// <param name="Owner">"this portal", or "somebody else": rules carry no mark.</param>
public sealed record TunnelPart(
    string TunnelId, string TunnelName, int Index, string Hostname, string Path, string Service, bool IsAsked, bool IsLed, bool LeadsToIngress, string Owner)
{
    /// <summary>The client ids of the connectors that serve the tunnel now: one that runs with another tunnel's token is not among them.</summary>
    public ValueList<string> Connectors { get; init; } = [];

    /// <summary>The connector itself checks that the visitor has passed the login.</summary>
    public bool RequiresAccess { get; init; }

    /// <summary>What Traefik sees as the hostname instead; empty when it is passed through.</summary>
    public string HostHeader { get; init; } = "";

    public bool IsCatchAll => Hostname is "" or "*" && Path.Length == 0;

    /// <summary>It answers with a status of its own and serves nothing.</summary>
    public bool IsStatus => Service.StartsWith("http_status:", StringComparison.Ordinal);
}
