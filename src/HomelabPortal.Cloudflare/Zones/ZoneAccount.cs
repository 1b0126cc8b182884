namespace HomelabPortal.Cloudflare;

/// <summary>The account that holds a zone.</summary>
public sealed record ZoneAccount(string? Id, string? Name);
