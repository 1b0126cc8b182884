using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Watching;

/// <summary>The trace of one hostname, and how it was when it last got through.</summary>
/// <param name="LastGood">Null while it is good now, and when it was never seen to be.</param>
public sealed record TracedName(TraceReport Report, LastGood? LastGood);
