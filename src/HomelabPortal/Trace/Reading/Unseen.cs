using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Reading;

/// <summary>Says of a source that it does not tell now: why, and since when.</summary>
internal static class Unseen
{
    private const string NotYet = "Nothing has been read yet.";

    public static TraceFinding Source(string code, string what, string? fault, DateTimeOffset? asOf, string command) => new(
        code, TraceVerdict.Unknown, $"{what} cannot be read now. {fault ?? NotYet}", "Put that connection right; the bar on top says how each source is.", command)
    {
        AsOf = asOf,
    };

    /// <summary>Null while the kind is known, so that the absence of an object means that there is none.</summary>
    /// <param name="plural">As a sentence names it: "Services".</param>
    /// <param name="resource">As kubectl names it, where that is another word.</param>
    public static TraceFinding? Kind<T>(ClusterKind<T> kind, string code, string plural, TraceFacts facts, string? resource = null)
        where T : class, IKubernetesObject
    {
        var name = resource ?? plural.ToLowerInvariant();
        var command = $"kubectl get {name} -A";
        if (facts.ClusterFault is { } fault)
            return Source(code, plural, fault, facts.ClusterAsOf, command);
        return kind.Status switch
        {
            { IsKnown: true } => null,
            { Phase: SourcePhase.Forbidden } status => new TraceFinding(
                code, TraceVerdict.Unknown, $"{plural} may not be read by the portal's account. {status.Fault}".TrimEnd(), $"Let the portal's account get, list and watch {name}.", $"kubectl auth can-i list {name}"),
            { } status => Source(code, plural, status.Fault, status.AsOf, command),
        };
    }
}
