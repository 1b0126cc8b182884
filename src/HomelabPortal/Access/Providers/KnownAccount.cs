using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Providers;

/// <summary>What matters of an account that a provider's subject belongs to.</summary>
/// <param name="IsMade">It was made by this provider, so that its groups decide the role; else its owner has linked it.</param>
/// <param name="IsShutForGroups">It was disabled because no group was left, not by an admin.</param>
internal sealed record KnownAccount(Role Role, bool IsDisabled, bool IsMade, bool IsShutForGroups);
