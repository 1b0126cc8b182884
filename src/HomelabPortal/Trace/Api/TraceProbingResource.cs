using HomelabPortal.Trace.Probing;

namespace HomelabPortal.Trace.Api;

/// <summary>What came of probing the way to a hostname.</summary>
internal sealed record TraceProbingResource(string Hostname, DateTimeOffset At, long Milliseconds, IReadOnlyList<ProbeSightResource> Sights)
{
    public static TraceProbingResource Of(TraceProbing probing) => new(probing.Host, probing.At, (long)probing.Took.TotalMilliseconds, [.. probing.Sights.Select(ProbeSightResource.Of)]);
}
