using System.Collections.Immutable;
using HomelabPortal.Secrets;

namespace HomelabPortal.Access.Providers;

/// <summary>A provider people can sign in with.</summary>
internal sealed record Provider
{
    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required ProviderKind Kind { get; init; }

    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required Secret ClientSecret { get; init; }

    public required GroupRules Groups { get; init; }

    public required string GroupsClaim { get; init; }

    public required ImmutableArray<string> Scopes { get; init; }

    /// <summary>The name of its authentication scheme.</summary>
    public string Scheme => "provider-" + Slug;

    /// <summary>Where it sends people back to.</summary>
    public string CallbackPath => "/signin/" + Slug;

    /// <summary>
    /// A person for good: the provider's own unchanging id, at this issuer. With the issuer in it, a name that later means
    /// another provider never opens the accounts of the first.
    /// </summary>
    public string KeyOf(string subject) => $"{Issuer} {subject}";
}
