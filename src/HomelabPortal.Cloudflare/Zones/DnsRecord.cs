using System.Text.Json;

namespace HomelabPortal.Cloudflare;

/// <summary>A DNS record as Cloudflare holds it. <see cref="Name"/> is the full name in punycode.</summary>
public sealed record DnsRecord
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary><c>A</c>, <c>CNAME</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>Full name, without a trailing dot.</summary>
    public required string Name { get; init; }

    /// <summary>Address, target or text; for structured types the read-only text form of <see cref="Data"/>.</summary>
    public string? Content { get; init; }

    /// <summary>The parts of structured types such as SRV and CAA.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Seconds; 1 means automatic. A proxied record always reads 1.</summary>
    public double Ttl { get; init; } = 1;

    /// <summary>Whether visitors go through Cloudflare.</summary>
    public bool Proxied { get; init; }

    /// <summary>Whether the record could be proxied.</summary>
    public bool Proxiable { get; init; }

    /// <summary>Note seen by account members only; 100 characters on the Free plan.</summary>
    public string? Comment { get; init; }

    /// <summary>Tags; the Free plan allows none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Priority of MX, SRV and URI records.</summary>
    public double? Priority { get; init; }

    /// <summary>Rare switches.</summary>
    public DnsRecordSettings? Settings { get; init; }

    /// <summary>Facts from Cloudflare, such as <c>read_only</c> and the product that manages the record.</summary>
    public JsonElement? Meta { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When the record last changed.</summary>
    public DateTimeOffset? ModifiedOn { get; init; }

    /// <summary>When the comment last changed.</summary>
    public DateTimeOffset? CommentModifiedOn { get; init; }
}
