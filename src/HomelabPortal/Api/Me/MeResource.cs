using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Api.Me;

/// <summary>Who asks, and with what.</summary>
/// <param name="Scopes">What the token was given; null in a session, which has whatever the role has.</param>
/// <param name="ExpiresAt">When the token or session ends.</param>
/// <param name="Acts">What may be done now, by the names in docs/api.md.</param>
internal sealed record MeResource(
    string Account, Role Role, string? Token, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt, IReadOnlyList<string> Acts);
