using System.Collections.Immutable;

namespace HomelabPortal.Dns.Contents;

/// <summary>A type of record that the owner can want: what it is for and the parts its content has, in the order of a zone file.</summary>
/// <param name="About">What it is for, in a few words.</param>
internal sealed record RecordType(string Name, string About, ImmutableArray<RecordField> Fields)
{
    /// <summary>How the content stands in the API's requests.</summary>
    public RecordWire Wire { get; init; } = RecordWire.Content;

    /// <summary>Whether Cloudflare can stand in front of it.</summary>
    public bool IsProxiable { get; init; }

    /// <summary>A whole content that would be right.</summary>
    public string Example => string.Join(' ', Fields.Select(part => part.Example)).Trim();

    /// <summary>Cuts zone-file text into as many parts as the type has; the last takes the rest of the line.</summary>
    public ImmutableArray<string> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>(Fields.Length);
        var rest = text.Trim();
        while (parts.Count < Fields.Length - 1)
        {
            var end = rest.AsSpan().IndexOfAny(" \t\r\n");
            parts.Add(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? "" : rest[end..].TrimStart();
        }

        parts.Add(rest);
        return parts.MoveToImmutable();
    }

    /// <summary>Reads the parts, typed by themselves or cut from a line.</summary>
    public RecordContent Read(IReadOnlyList<string> parts) => new(this, [.. Fields.Select((field, at) => field.Read(parts[at].Trim()))]);

    public RecordContent Read(string text) => Read(Split(text));
}
