namespace HomelabPortal.Cloudflare;

/// <summary>Narrows a list of records; all conditions must hold.</summary>
public sealed record DnsRecordFilter
{
    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary>The type.</summary>
    public string? Type { get; init; }

    /// <summary>Start of the comment.</summary>
    public string? CommentStartsWith { get; init; }

    /// <summary>End of the content.</summary>
    public string? ContentEndsWith { get; init; }

    internal IEnumerable<(string Name, string Value)> ToQuery()
    {
        if (Name is not null)
            yield return ("name.exact", Name);
        if (Type is not null)
            yield return ("type", Type);
        if (CommentStartsWith is not null)
            yield return ("comment.startswith", CommentStartsWith);
        if (ContentEndsWith is not null)
            yield return ("content.endswith", ContentEndsWith);
    }
}
