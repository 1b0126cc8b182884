namespace HomelabPortal.Trace.Api;

/// <summary>One thing worth knowing of a station.</summary>
internal sealed record TraceFactResource(string Name, string Text);
