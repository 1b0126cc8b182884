namespace HomelabPortal.Cloudflare;

/// <summary>The answer to one harmless read. A write permission only shows on a write.</summary>
/// <param name="Permission">The permission that the read needs; see <see cref="CloudflarePermission"/>.</param>
/// <param name="IsGranted">Whether the read was allowed.</param>
/// <param name="Refusal">Why not, in words, when it was not.</param>
public sealed record PermissionProbe(string Permission, bool IsGranted, string? Refusal);
