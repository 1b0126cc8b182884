using System.Collections.Immutable;

namespace HomelabPortal.Trace.Probing;

/// <summary>The last probing of each hostname, and which are under way.</summary>
public sealed record TraceProbeState(ImmutableDictionary<string, TraceProbing> Results, ImmutableHashSet<string> Running)
{
    public static TraceProbeState Empty { get; } = new(ImmutableDictionary<string, TraceProbing>.Empty, []);

    public TraceProbing? Of(string host) => Results.GetValueOrDefault(host);

    public bool IsRunning(string host) => Running.Contains(host);
}
