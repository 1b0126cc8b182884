using System.Collections.Immutable;

namespace HomelabPortal.Access.Assertions;

/// <summary>What an assertion says, before anybody has looked whether it is true.</summary>
internal sealed record AssertionClaims
{
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required ImmutableArray<string> Audiences { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When the person last proved at the issuer who they are.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>What the one who asked gave along, to know the answer again.</summary>
    public string? Nonce { get; init; }
}
