namespace HomelabPortal.Cloudflare;

/// <summary>What is left of Cloudflare's own limit, and when it is whole again.</summary>
internal sealed record RateLimitNote(int Remaining, TimeSpan? ResetsIn);
