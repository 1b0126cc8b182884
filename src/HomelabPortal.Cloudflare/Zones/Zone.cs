namespace HomelabPortal.Cloudflare;

/// <summary>A zone: one registered domain.</summary>
public sealed record Zone
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The domain, such as <c>example.org</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>active</c>, <c>pending</c>, <c>initializing</c>, <c>moved</c>, <c>deleted</c> …; only an active zone is served.</summary>
    public string? Status { get; init; }

    /// <summary>Whether Cloudflare's proxy is switched off for the zone.</summary>
    public bool Paused { get; init; }

    /// <summary>The account that holds the zone.</summary>
    public ZoneAccount? Account { get; init; }
}
