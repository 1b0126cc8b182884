namespace HomelabPortal.CloudflareAccount;

/// <summary>An account that the token's zones are in.</summary>
public sealed record AccountName(string Id, string Name);
