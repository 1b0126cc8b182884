using System.Collections.Immutable;

namespace HomelabPortal.Desired;

/// <summary>Who may pass the login of Cloudflare Access; exposures and tunnel rules name it by its id.</summary>
public sealed record LoginPolicy
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>Everybody whose address ends with one of these, for example "cowlab.org".</summary>
    public ImmutableArray<string> EmailDomains { get; init; } = [];

    /// <summary>Ids of Access groups that were made in Cloudflare.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Ids of service tokens, for programs.</summary>
    public ImmutableArray<string> ServiceTokens { get; init; } = [];

    /// <summary>The identity providers that may be used; empty lets all of the account, also the one-time PIN.</summary>
    public ImmutableArray<string> IdentityProviders { get; init; } = [];

    /// <summary>How long a login holds, as Cloudflare writes it, for example "24h".</summary>
    public string SessionDuration { get; init; } = "24h";

    /// <summary>Immutable arrays compare by reference; two policies that say the same are the same.</summary>
    public bool Equals(LoginPolicy? other) =>
        other is not null && Id == other.Id && Name == other.Name && SessionDuration == other.SessionDuration
        && Emails.SequenceEqual(other.Emails) && EmailDomains.SequenceEqual(other.EmailDomains) && Groups.SequenceEqual(other.Groups)
        && ServiceTokens.SequenceEqual(other.ServiceTokens) && IdentityProviders.SequenceEqual(other.IdentityProviders);

    public override int GetHashCode() => HashCode.Combine(Id, Name, SessionDuration);
}
