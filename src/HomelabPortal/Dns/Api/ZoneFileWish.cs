namespace HomelabPortal.Dns.Api;

/// <summary>BIND text to compare with a zone.</summary>
internal sealed record ZoneFileWish(string? Text = null);
