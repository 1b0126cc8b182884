using System.Collections.Immutable;

namespace HomelabPortal.Logins;

/// <summary>An Access application as it stands in Cloudflare.</summary>
/// <param name="Audience">What the tokens of its login are for.</param>
/// <param name="Places">Hostnames, each with a path if only that is meant.</param>
/// <param name="Policies">Ids of its policies, the first to be asked first.</param>
/// <param name="Providers">Ids of the identity providers that may be used; empty for all.</param>
public sealed record LiveLoginApplication(
    string Id, string Name, string Type, string? Audience, ImmutableArray<string> Places, ImmutableArray<string> Policies,
    ImmutableArray<string> Providers, string? SessionDuration, ImmutableArray<string> Tags)
{
    public LoginMark? Mark => LoginMark.Read(Name);

    public string ReadableName => LoginMark.Readable(Name);

    public bool IsTagged => Tags.Contains(LoginMark.Tag);

    /// <summary>It asks for a login at web addresses; the account's own launcher and the like do not.</summary>
    public bool IsForNames => Type == "self_hosted";

    /// <summary>True when it guards this very place; a wildcard that covers it is less specific and does not count.</summary>
    public bool IsFor(string place) => IsForNames && Places.Contains(place);
}
