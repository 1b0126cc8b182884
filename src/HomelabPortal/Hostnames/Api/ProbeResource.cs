using HomelabPortal.Hostnames.Probing;

namespace HomelabPortal.Hostnames.Api;

/// <summary>What a hostname answered when it was asked from outside.</summary>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
internal sealed record ProbeResource(string Hostname, ProbeClass Class, string Sentence, int? Status, string Address, DateTimeOffset At, long Milliseconds)
{
    public static ProbeResource Of(ProbeResult result) => new(result.Hostname, result.Class, result.Sentence, result.Status, result.Address, result.At, (long)result.Took.TotalMilliseconds);
}
