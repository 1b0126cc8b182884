using System.Security.Claims;

namespace HomelabPortal.Access;

/// <summary>Who acts: a person in a session, a program with a token, or the portal itself.</summary>
internal sealed record Actor(string Name)
{
    /// <summary>The reconciler and the start; only this very object may do everything, whatever others are called.</summary>
    public static Actor Portal { get; } = new("portal");

    public string? AccountId { get; init; }

    public string? SessionId { get; init; }

    public string? TokenId { get; init; }

    /// <summary>The address of the request; null within the portal.</summary>
    public string? Address { get; init; }

    public bool IsPortal => ReferenceEquals(this, Portal);

    /// <summary>The words for the audit: which session or token it was done with.</summary>
    public string? Credential => TokenId is not null ? $"token {TokenId}" : SessionId is not null ? $"session {SessionId[..6]}" : null;

    /// <summary>Says who is meant, not that they may: what the claims name is looked up again at every act.</summary>
    public static Actor Of(ClaimsPrincipal principal, string? address = null) => new(principal.Identity?.Name ?? "nobody")
    {
        AccountId = principal.FindFirstValue(AccessClaims.Account),
        SessionId = principal.FindFirstValue(AccessClaims.Session),
        TokenId = principal.FindFirstValue(AccessClaims.Token),
        Address = address ?? principal.FindFirstValue(AccessClaims.Address),
    };
}
