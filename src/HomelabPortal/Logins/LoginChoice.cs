namespace HomelabPortal.Logins;

/// <summary>Something of the account that a policy may name: a group, an identity provider or a service token.</summary>
/// <param name="Kind">For providers, their type; null for the others.</param>
public sealed record LoginChoice(string Id, string Name, string? Kind = null);
