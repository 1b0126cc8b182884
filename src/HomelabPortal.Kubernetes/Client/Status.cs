namespace HomelabPortal.Kubernetes;

/// <summary>The server's description of a failure (<c>metav1.Status</c>).</summary>
public sealed record Status
{
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>Machine-readable, such as "NotFound", "Conflict" or "Expired"; may be empty.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    public int Code { get; init; }

    public StatusDetails? Details { get; init; }

    internal bool HasCause(string reason) => Details?.Causes.Any(cause => cause.Reason == reason) == true;
}
