using System.Collections.Immutable;

namespace HomelabPortal.Access;

/// <summary>A key for a program, without the key.</summary>
public sealed record TokenInfo(
    string Id, string AccountId, string Name, string Hash, string LastFour, ImmutableArray<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, string? LastUsedAddress);
