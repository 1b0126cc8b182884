using HomelabPortal.Platform;

namespace HomelabPortal.Trace.Watching;

/// <summary>When requests for a name last got through, and what is different since.</summary>
public sealed record LastGood(DateTimeOffset At, ValueList<string> Changes);
