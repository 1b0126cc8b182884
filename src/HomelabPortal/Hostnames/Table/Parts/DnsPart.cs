namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>A record that answers for a hostname.</summary>
/// <param name="Zone">Its name.</param>
/// <param name="Name">Of the record; a wildcard or the hostname itself.</param>
/// <param name="Owner">Who keeps it: "this portal", "external-dns (owner cowlab)", "hand".</param>
/// <param name="EntryId">What declares it here; null for one that others made.</param>
public sealed record DnsPart(
    string Zone, string RecordId, string Name, string Type, string Content, int Ttl, bool IsProxied, RecordLead Lead, string Owner, string? EntryId)
{
    public bool IsWildcard => Name.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>"CNAME → tunnel homelab".</summary>
    public string Text => $"{Type} → {Lead.Text}";
}
