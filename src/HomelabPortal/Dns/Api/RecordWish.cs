namespace HomelabPortal.Dns.Api;

/// <summary>A DNS record to be.</summary>
/// <param name="Type">A, AAAA, CNAME, TXT, MX, SRV, CAA, NS, HTTPS or SVCB.</param>
/// <param name="Content">What a zone file says after the type, for example "10 mail.cowlab.org" of an MX record.</param>
/// <param name="Ttl">Seconds; 1, as when it is left out, is automatic.</param>
/// <param name="IsProxied">True hides the address behind Cloudflare.</param>
/// <param name="Note">Stands in the record's comment behind the portal's mark; null leaves what stands there.</param>
internal sealed record RecordWish(string? Name = null, string? Type = null, string? Content = null, int? Ttl = null, bool? IsProxied = null, string? Note = null);
