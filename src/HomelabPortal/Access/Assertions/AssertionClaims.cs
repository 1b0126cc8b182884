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
}
