using System.Collections.Immutable;

namespace HomelabPortal.Desired;

/// <summary>"This service at this hostname, on the LAN or through the tunnel."</summary>
public sealed record Exposure
{
    /// <summary>Ten characters, never reused; ownership marks carry it.</summary>
    public required string Id { get; init; }

    public required Hostname Hostname { get; init; }

    public required Backend Backend { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Lan;

    /// <summary>The login policy that guards the hostname on the Internet, or null.</summary>
    public string? LoginPolicy { get; init; }

    /// <summary>An admin typed the hostname to confirm that it is public without a login.</summary>
    public bool IsPublicWithoutLogin { get; init; }

    /// <summary>Traefik middlewares as namespace/name, in order.</summary>
    public ImmutableArray<string> Middlewares { get; init; } = [];

    /// <summary>Paths that need no login although the rest of the name does, for programs that cannot sign in, for example "/api".</summary>
    public ImmutableArray<string> OpenPaths { get; init; } = [];

    /// <summary>From then on the exposure is taken back by itself; null for one that stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Its end has come: it is taken back and kept in the list, so that it can be opened again.</summary>
    public bool HasEnded(DateTimeOffset now) => ExpiresAt is { } end && end <= now;

    /// <summary>Immutable arrays compare by reference; two exposures that say the same are the same.</summary>
    public bool Equals(Exposure? other) =>
        other is not null && Id == other.Id && Hostname == other.Hostname && Backend == other.Backend
        && Visibility == other.Visibility && LoginPolicy == other.LoginPolicy
        && IsPublicWithoutLogin == other.IsPublicWithoutLogin && ExpiresAt == other.ExpiresAt
        && Middlewares.SequenceEqual(other.Middlewares) && OpenPaths.SequenceEqual(other.OpenPaths);

    public override int GetHashCode() => HashCode.Combine(Id, Hostname, Backend, Visibility);
}
