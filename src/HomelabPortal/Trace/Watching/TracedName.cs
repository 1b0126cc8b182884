using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Watching;

/// <summary>The trace of one hostname, and how it was when it last got through.</summary>
/// <param name="LastGood">Null while it is good now, and when it never was since the portal started.</param>
public sealed record TracedName(TraceReport Report, LastGood? LastGood);
