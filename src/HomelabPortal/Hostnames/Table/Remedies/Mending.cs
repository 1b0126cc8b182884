namespace HomelabPortal.Hostnames.Table.Remedies;

/// <summary>A step that would mend a hostname. It leads to the page that does it, filled in; nothing is written by itself.</summary>
/// <param name="Text">The words of the button: "Remove the record".</param>
public sealed record Mending(MendKind Kind, string Text, string Href);
