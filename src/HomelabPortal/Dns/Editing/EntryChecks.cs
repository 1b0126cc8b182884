using HomelabPortal.Desired;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.Editing;

/// <summary>Pure: reads a draft of a record and finds every fault at once, by field. Faults of the content stand under "content." and the part.</summary>
internal static class EntryChecks
{
    public const string Name = "name";
    public const string Type = "type";
    public const string Content = "content";
    public const string Ttl = "ttl";
    public const string Proxied = "isProxied";
    public const string Note = "note";
    private const int LeastTtl = 60;
    private const int MostTtl = 86_400;

    /// <summary>As long as the mark of any entry leaves room for.</summary>
    public const int MostNote = 70;

    /// <param name="before">What is edited, so that its adoption stays with it; null for a new record.</param>
    public static (DnsEntry? Entry, IReadOnlyDictionary<string, string> Faults) Read(EntryDraft draft, string id, DnsEntry? before)
    {
        var faults = new Dictionary<string, string>();
        if (!RecordName.TryParse(draft.Name, out var name, out var fault))
            faults[Name] = fault;
        var type = RecordTypes.Find(draft.Type);
        var content = type is null ? null : ReadContent(type, draft, name, faults);
        if (type is null)
            faults[Type] = $"A record is of the type {string.Join(", ", RecordTypes.All.SkipLast(1).Select(known => known.Name))} or {RecordTypes.All[^1].Name}.";
        JudgeManner(draft, type, content, faults);
        if (faults.Count > 0 || type is null || content is null)
            return (null, faults);
        var entry = new DnsEntry
        {
            Id = id, Name = name, Type = type.Name, Content = content.Text, Ttl = draft.IsProxied ? DnsValue.AutomaticTtl : draft.Ttl ?? DnsValue.AutomaticTtl,
            IsProxied = draft.IsProxied, Note = NoteOf(draft, before), AdoptedId = before?.AdoptedId, AdoptedImage = before?.AdoptedImage,
        };
        return (entry, faults);
    }

    private static RecordContent? ReadContent(RecordType type, EntryDraft draft, RecordName name, Dictionary<string, string> faults)
    {
        var parts = draft.Parts?.Count == type.Fields.Length ? draft.Parts : type.Split(draft.Content ?? "");
        var content = type.Read(parts);
        foreach (var (key, fault) in content.Faults)
            faults[$"{Content}.{key}"] = fault;
        if (content.IsGood && type.Name == "CNAME" && content.Text == name.Value)
            faults[$"{Content}.content"] = "A name cannot be an alias of itself.";
        return content;
    }

    private static void JudgeManner(EntryDraft draft, RecordType? type, RecordContent? content, Dictionary<string, string> faults)
    {
        if (draft.Ttl is { } ttl && ttl != DnsValue.AutomaticTtl && ttl is < LeastTtl or > MostTtl)
            faults[Ttl] = $"A TTL is from {LeastTtl} to {MostTtl} seconds, for example 300, or 1 for automatic.";
        if (draft.IsProxied && type is { IsProxiable: false })
            faults[Proxied] = $"Only A, AAAA and CNAME records go through Cloudflare's proxy; {(type.Name == "TXT" ? "a text cannot be proxied" : $"{type.Name} cannot")}.";
        else if (draft.IsProxied && content is { IsGood: true } && AddressText.IsOfTheHouse(content.Text))
            faults[Proxied] = $"{content.Text} is an address of the house, which Cloudflare cannot reach. Leave the record DNS only, or expose the service through the tunnel.";
        if (draft.Note is { } note && (note.Trim().Length > MostNote || note.Any(char.IsControl)))
            faults[Note] = $"A note is one line of at most {MostNote} characters.";
    }

    /// <summary>Null leaves what stands in the dashboard; a note that was taken away is empty.</summary>
    private static string? NoteOf(EntryDraft draft, DnsEntry? before)
    {
        var note = draft.Note?.Trim();
        return string.IsNullOrEmpty(note) && before?.Note is null ? null : note ?? before?.Note;
    }
}
