namespace HomelabPortal.Dns.Api;

/// <summary>How a record is adopted.</summary>
/// <param name="TypedName">The record's name, to take over what another tool claims; null otherwise.</param>
internal sealed record AdoptWish(string? TypedName = null);
