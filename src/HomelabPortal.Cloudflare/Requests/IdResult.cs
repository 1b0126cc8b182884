namespace HomelabPortal.Cloudflare;

/// <summary>Answer to a deletion.</summary>
internal sealed record IdResult(string? Id);
