namespace HomelabPortal.Kubernetes;

/// <summary>One line of an object's <c>status.conditions</c>.</summary>
public sealed record Condition
{
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>"True", "False" or "Unknown".</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? LastTransitionTime { get; init; }

    public bool IsTrue() => Status == "True";
}
