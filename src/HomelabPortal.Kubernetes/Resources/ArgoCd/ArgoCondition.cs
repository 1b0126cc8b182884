namespace HomelabPortal.Kubernetes;

public sealed record ArgoCondition
{
    /// <summary>Such as "SyncError" or "ComparisonError".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? LastTransitionTime { get; init; }
}
