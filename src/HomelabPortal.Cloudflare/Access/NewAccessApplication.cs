namespace HomelabPortal.Cloudflare;

/// <summary>A self-hosted Access application to create. What is null is left to Cloudflare's default.</summary>
public sealed record NewAccessApplication
{
    /// <summary>The kind; <c>self_hosted</c> for a web application behind Access.</summary>
    public string Type { get; init; } = "self_hosted";

    /// <summary>Name that account members see.</summary>
    public required string Name { get; init; }

    /// <summary>First host name, with a path if only that is guarded.</summary>
    public required string Domain { get; init; }

    /// <summary>All places that are guarded, the first included; newer than a list of domains.</summary>
    public IReadOnlyList<AccessDestination>? Destinations { get; init; }

    /// <summary>How long a sign-in lasts, such as <c>24h</c>.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>IDs of the identity providers one may sign in with; null for all.</summary>
    public IReadOnlyList<string>? AllowedIdps { get; init; }

    /// <summary>Skips the choice of identity provider; needs exactly one in <see cref="AllowedIdps"/>.</summary>
    public bool? AutoRedirectToIdentity { get; init; }

    /// <summary>Whether it stands in the App Launcher.</summary>
    public bool? AppLauncherVisible { get; init; }

    /// <summary>Names of tags; each must exist, see <see cref="CloudflareClient.CreateAccessTagAsync"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>IDs of reusable policies, the first to be asked first.</summary>
    public IReadOnlyList<string>? Policies { get; init; }
}
