namespace HomelabPortal.Dns.Editing;

/// <summary>A record as a person or a program writes it down, before it is judged.</summary>
/// <param name="Parts">The parts of its content, in the order of its type; they win over <paramref name="Content"/>.</param>
/// <param name="Ttl">Seconds; null is automatic.</param>
internal sealed record EntryDraft(string? Name, string? Type, string? Content, IReadOnlyList<string>? Parts, int? Ttl, bool IsProxied, string? Note);
