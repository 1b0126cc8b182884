using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access;

/// <summary>A link that was given out and not used yet, without the link.</summary>
/// <param name="Id">The beginning of its hash, enough to take it back.</param>
public sealed record InvitationInfo(string Id, Role Role, string? AccountId, string? UserName, string CreatedBy, DateTimeOffset ExpiresAt);
