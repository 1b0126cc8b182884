using System.Collections.Immutable;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>The last result of each hostname, and which are being tried.</summary>
public sealed record ProbeState(ImmutableDictionary<string, ProbeResult> Results, ImmutableHashSet<string> Running)
{
    public static ProbeState Empty { get; } = new(ImmutableDictionary<string, ProbeResult>.Empty, []);

    public ProbeResult? Of(string hostname) => Results.GetValueOrDefault(hostname);

    public bool IsRunning(string hostname) => Running.Contains(hostname);
}
