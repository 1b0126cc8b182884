namespace HomelabPortal.Api.Problems;

/// <summary>Ends a request with a problem from wherever it is found, also while parameters are still being read.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Title)
{
    public Problem Problem => problem;
}
