namespace HomelabPortal.Cloudflare;

/// <summary>Numbers of one page. The published schema says "number", so 2.0 is a valid count.</summary>
internal sealed record PageInfo(double? Page, double? PerPage, double? Count, double? TotalCount);
