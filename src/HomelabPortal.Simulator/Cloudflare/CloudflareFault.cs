namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>An answer that is an error: HTTP status, code, text and the chain that often holds the useful code.</summary>
internal sealed class CloudflareFault(int status, int code, string message, params CloudflareFault.Link[] chain) : Exception(message)
{
    public int Status => status;
    public int Code => code;
    public IReadOnlyList<Link> Chain => chain;

    /// <summary>A second error beside the first, as the router gives them.</summary>
    public Link? Also { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    internal sealed record Link(int Code, string Message);
}
