using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects.Api;

/// <summary>What was not found or could not be read, as a problem.</summary>
internal static class ReadingProblems
{
    /// <exception cref="ProblemException">It was not found or could not be read.</exception>
    public static T OrProblem<T>(this Reading<T> reading)
        where T : class => reading.Value ?? throw new ProblemException(Of(reading));

    private static Problem Of<T>(Reading<T> reading)
        where T : class => reading.State switch
    {
        ReadingState.NotFound or ReadingState.NotInstalled => Problem.Of(StatusCodes.Status404NotFound) with { Detail = reading.Message },
        ReadingState.Refused => Problem.Of(StatusCodes.Status403Forbidden) with { Detail = reading.Message },
        ReadingState.Forbidden => new("/problems/cluster-forbidden", "The portal may not read that in the cluster.", StatusCodes.Status502BadGateway, $"{reading.Message} Add this rule to its ClusterRole:\n{reading.MissingRule}"),
        ReadingState.TooLarge => new("/problems/cluster-too-large", "The object is too large.", StatusCodes.Status502BadGateway, reading.Message),
        _ => new("/problems/cluster-unreachable", "The cluster cannot be read now.", StatusCodes.Status503ServiceUnavailable, reading.Message),
    };
}
