using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Watching;

/// <summary>One station as it was when a request got through: what a later trace is compared with.</summary>
public sealed record PassedStation(HopKind Kind, string Name, string Revision, TraceVerdict Verdict, string Said);
