namespace HomelabPortal.Dns;

/// <summary>A record as it stands in a zone; its value is normalised.</summary>
/// <param name="IsReadOnly">Made by another product of Cloudflare and not to be edited.</param>
public sealed record LiveRecord(string Id, string Name, DnsValue Value, string? Comment = null, bool IsReadOnly = false)
{
    public DnsMark? Mark => DnsMark.Read(Comment);
}
