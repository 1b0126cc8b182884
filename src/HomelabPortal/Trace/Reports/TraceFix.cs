namespace HomelabPortal.Trace.Reports;

/// <summary>The page on which a finding is put right, filled in. Nothing is written before its plan was seen there.</summary>
/// <param name="Text">The words of the button: "Add the record".</param>
public sealed record TraceFix(string Text, string Href);
