namespace HomelabPortal.Desired;

/// <summary>A free rule of a tunnel that the owner wants, beside those that exposures need.</summary>
public sealed record TunnelEntry
{
    public required string Id { get; init; }

    /// <summary>UUID of the tunnel whose document holds the rule.</summary>
    public required string TunnelId { get; init; }

    /// <summary>The name that requests are for; a wildcard is possible.</summary>
    public required RecordName Name { get; init; }

    /// <summary>A regular expression over the path, or null for every path.</summary>
    public string? Path { get; init; }

    /// <summary>Where cloudflared hands the request on, for example "http://10.0.0.150:8096".</summary>
    public required string Service { get; init; }

    /// <summary>The members of the rule's <c>originRequest</c> as JSON, or null for none.</summary>
    public string? OriginRequest { get; init; }

    /// <summary>The login policy that guards the name on the Internet, or null.</summary>
    public string? LoginPolicy { get; init; }

    /// <summary>An admin typed the name to confirm that it is public without a login.</summary>
    public bool IsPublicWithoutLogin { get; init; }

    /// <summary>The name's CNAME to the tunnel is wanted with it.</summary>
    public bool HasRecord { get; init; }

    /// <summary>Among our free rules of a tunnel the lower one stands first; equal ones in the order of the most specific.</summary>
    public int Rank { get; init; }
}
