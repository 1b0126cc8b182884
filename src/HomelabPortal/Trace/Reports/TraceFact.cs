namespace HomelabPortal.Trace.Reports;

/// <summary>One thing worth knowing of a station.</summary>
/// <param name="Href">Its page; null where it has none.</param>
public sealed record TraceFact(string Name, string Text, string? Href = null);
