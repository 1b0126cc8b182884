using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>An Access application. To change one, read it, change members with <c>with</c> and write all of it back: a write replaces the whole.</summary>
public sealed record AccessApplication
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The audience of the tokens it issues; belongs in the tunnel rule's <c>originRequest.access.audTag</c>.</summary>
    public string? Aud { get; init; }

    /// <summary><c>self_hosted</c>, <c>saas</c>, <c>app_launcher</c> …</summary>
    public string? Type { get; init; }

    /// <summary>Name that account members see.</summary>
    public string? Name { get; init; }

    /// <summary>First host name, with a path if only that is guarded.</summary>
    public string? Domain { get; init; }

    /// <summary>All places that are guarded; null in applications that only know <see cref="SelfHostedDomains"/>.</summary>
    public IReadOnlyList<AccessDestination>? Destinations { get; init; }

    /// <summary>Older form of <see cref="Destinations"/>.</summary>
    public IReadOnlyList<string>? SelfHostedDomains { get; init; }

    /// <summary>How long a sign-in lasts, such as <c>24h</c>.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>IDs of the identity providers one may sign in with; null or empty for all.</summary>
    public IReadOnlyList<string>? AllowedIdps { get; init; }

    /// <summary>Skips the choice of identity provider; needs exactly one in <see cref="AllowedIdps"/>.</summary>
    public bool? AutoRedirectToIdentity { get; init; }

    /// <summary>Whether it stands in the App Launcher.</summary>
    public bool? AppLauncherVisible { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The policies that decide, the first to be asked first. On a write only their IDs and order count.</summary>
    public IReadOnlyList<AccessApplicationPolicy>? Policies { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Members this library does not know; they go back as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Every place it guards, whichever member holds it, without doubles.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Places =>
    [
        .. (Destinations ?? []).Where(place => place.Type is null or "public").Select(place => place.Uri)
            .Concat(SelfHostedDomains ?? []).Prepend(Domain)
            .OfType<string>().Where(place => place.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
