namespace HomelabPortal.Hostnames.Probing;

/// <summary>An answer of the edge, as far as it was read.</summary>
/// <param name="Body">At most its first 64 KiB, as text.</param>
/// <param name="IsMitigated">Cloudflare says that it stopped the request itself.</param>
internal sealed record EdgeReply(int Status, string? Location, string Body, bool IsMitigated);
