namespace HomelabPortal.Dns.Api;

/// <summary>A DNS record to be.</summary>
/// <param name="Type">A, AAAA, CNAME or TXT.</param>
/// <param name="Ttl">Seconds; 1, as when it is left out, is automatic.</param>
/// <param name="IsProxied">True hides the address behind Cloudflare.</param>
internal sealed record RecordWish(string? Name = null, string? Type = null, string? Content = null, int? Ttl = null, bool? IsProxied = null);
