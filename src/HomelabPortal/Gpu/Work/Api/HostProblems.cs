using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What was not found or could not be read of a Docker host, as a problem.</summary>
internal static class HostProblems
{
    /// <exception cref="ProblemException">It was not found or could not be read.</exception>
    public static T OfHost<T>(this Reading<T> reading)
        where T : class => reading.Value ?? throw new ProblemException(reading.State switch
    {
        ReadingState.NotFound => Problem.Of(StatusCodes.Status404NotFound) with { Detail = reading.Message },
        _ => new Problem("/problems/host-unreachable", "The Docker host cannot be read now.", StatusCodes.Status503ServiceUnavailable, reading.Message),
    });
}
