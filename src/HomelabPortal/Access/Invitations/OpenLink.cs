using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Invitations;

/// <summary>A link that somebody holds and that still opens something.</summary>
/// <param name="Name">The name the account has or will have; null lets the person choose.</param>
internal sealed record OpenLink(LinkKind Kind, Role Role, string? Name, string CreatedBy, DateTimeOffset ExpiresAt);
