namespace HomelabPortal.Dns;

/// <summary>A record as it stands in a zone; its value is normalised.</summary>
/// <param name="IsReadOnly">Made by another product of Cloudflare and not to be edited.</param>
public sealed record LiveRecord(string Id, string Name, DnsValue Value, string? Comment = null, bool IsReadOnly = false)
{
    /// <summary>Tags in one line; null for none. The free plan has none.</summary>
    public string? Tags { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    public DnsMark? Mark => DnsMark.Read(Comment);

    /// <summary>The comment without our mark.</summary>
    public string? Note => DnsMark.NoteIn(Comment);
}
