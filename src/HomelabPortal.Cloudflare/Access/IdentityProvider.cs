namespace HomelabPortal.Cloudflare;

/// <summary>A way to sign in. Its settings, which hold secrets, are not read.</summary>
public sealed record IdentityProvider
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>onetimepin</c>, <c>github</c>, <c>oidc</c> …</summary>
    public required string Type { get; init; }

    /// <summary>Whether it sends codes by e-mail.</summary>
    public bool IsOneTimePin => Type == "onetimepin";
}
