namespace HomelabPortal.Kubernetes;

public sealed record ArgoOperation
{
    /// <summary>"Running", "Succeeded", "Failed" or "Error".</summary>
    public string Phase { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? FinishedAt { get; init; }
}
