namespace HomelabPortal.Access.SignIn;

/// <summary>One try at a password or code.</summary>
/// <param name="AccountId">The account it is for; null when there is none of that name.</param>
/// <param name="Device">The device, when it signed in to this account before.</param>
internal sealed record Guess(string? AccountId, string Name, string Address, string? Device);
