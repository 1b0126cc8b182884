namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>How an app is published on the LAN, and what its tile on a start page says.</summary>
internal sealed record LabRoute(string Host, string Group, string Title, string Icon, string Description)
{
    /// <summary>A second hostname of the same route.</summary>
    public string? OtherHost { get; init; }

    /// <summary>Guarded by the Authentik forward-auth middleware.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Taken also where the tunnel comes in, without TLS.</summary>
    public bool IsTunnelled { get; init; }

    /// <summary>Overrides the rule that follows from the hosts.</summary>
    public string? Match { get; init; }

    /// <summary>A service of Traefik itself, such as <c>api@internal</c>, instead of the app's own.</summary>
    public string? TraefikService { get; init; }
}
