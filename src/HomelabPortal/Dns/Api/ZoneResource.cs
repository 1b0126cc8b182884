namespace HomelabPortal.Dns.Api;

/// <summary>A zone of the account.</summary>
/// <param name="Status">active, pending, initializing or moved, in Cloudflare's words.</param>
/// <param name="Help">What to do when Cloudflare does not answer for it; null when it does.</param>
internal sealed record ZoneResource(string Id, string Name, string Status, bool IsPaused, string? Help, int Records);
