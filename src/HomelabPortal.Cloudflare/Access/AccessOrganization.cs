using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>The Zero Trust organisation of an account.</summary>
public sealed record AccessOrganization
{
    private const string Suffix = ".cloudflareaccess.com";

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Where people sign in, such as <c>team.cloudflareaccess.com</c>.</summary>
    public string? AuthDomain { get; init; }

    /// <summary>How long a sign-in lasts unless an application says otherwise.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>The team name, which a tunnel rule needs to check sign-ins; null when it cannot be told.</summary>
    [JsonIgnore]
    public string? TeamName => AuthDomain is { } domain && domain.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && domain.Length > Suffix.Length
        ? domain[..^Suffix.Length]
        : null;
}
