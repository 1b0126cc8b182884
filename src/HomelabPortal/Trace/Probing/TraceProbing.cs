using HomelabPortal.Platform;

namespace HomelabPortal.Trace.Probing;

/// <summary>What came of probing one hostname.</summary>
public sealed record TraceProbing(string Host, DateTimeOffset At, TimeSpan Took, ValueList<ProbeSight> Sights);
