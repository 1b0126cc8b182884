using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Api;

/// <summary>Answers about what was seen in the cluster.</summary>
internal static class ClusterAnswers
{
    public static ApiAnswer List<T>(LiveValue<ClusterState> live, Func<ClusterState, SourceStatus> status, Func<ClusterState, IEnumerable<T>> items) =>
        ApiAnswer.Of(live.Value.IsConnected ? Listing<T>.Of(status(live.Value).Freshness(live), items(live.Value)) : Listing<T>.NotConnected(live.Value.Help));

    /// <summary>Not there, or not to be seen: only what is known may be called missing.</summary>
    public static ProblemException Missing(LiveValue<ClusterState> live, SourceStatus status)
    {
        if (live.Value.IsConnected && status.IsKnown)
            return new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        var why = live.Value.IsConnected ? status.Fault ?? "It has not been read yet." : live.Value.Help;
        return new ProblemException(new Problem("/problems/not-known", "It cannot be seen now.", StatusCodes.Status503ServiceUnavailable, why));
    }
}
