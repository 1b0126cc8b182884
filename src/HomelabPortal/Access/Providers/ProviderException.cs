namespace HomelabPortal.Access.Providers;

/// <summary>A step with a provider went wrong.</summary>
/// <param name="detail">For the log; without any part of a code, token or secret.</param>
internal sealed class ProviderException(ProviderProblem problem, string detail, Exception? cause = null) : Exception(detail, cause)
{
    public ProviderProblem Problem => problem;
}
