using System.Collections.Immutable;

namespace HomelabPortal.Logins.Writing;

/// <summary>What of an account's Access changes seldom: the team, and what policies may name.</summary>
internal sealed record LoginNames(string AccountId, DateTimeOffset ReadAt, string? TeamName, string? Problem, bool HasNoOrganisation)
{
    public ImmutableArray<LoginChoice>? Groups { get; init; }

    public ImmutableArray<LoginChoice>? Providers { get; init; }

    public ImmutableArray<LoginChoice>? ServiceTokens { get; init; }

    public string? Unread { get; init; }
}
