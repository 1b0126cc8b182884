namespace HomelabPortal.Dns.Api;

/// <summary>A zone as BIND text.</summary>
internal sealed record ZoneFileResource(string Zone, DateTimeOffset At, string Text);
