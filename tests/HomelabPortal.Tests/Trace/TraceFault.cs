using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Tests.Trace;

/// <summary>One thing that goes wrong in the lab, and what a trace must say of it.</summary>
/// <param name="Host">The name that is traced.</param>
/// <param name="Hop">The station where the fault is.</param>
/// <param name="Code">Of the finding that names it.</param>
internal sealed record TraceFault(string Host, HopKind Hop, string Code, TraceVerdict Verdict, Func<TraceWorld, TraceWorld> Inject);
