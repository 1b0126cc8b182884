namespace HomelabPortal.Kubernetes;

/// <summary>One replica being filled from another.</summary>
public sealed record LonghornRebuild
{
    public bool IsRebuilding { get; init; }

    /// <summary>Per cent.</summary>
    public int Progress { get; init; }

    /// <summary>"in_progress", "complete" or "error".</summary>
    public string State { get; init => field = value ?? ""; } = "";

    public string Error { get; init => field = value ?? ""; } = "";

    public string FromReplicaAddress { get; init => field = value ?? ""; } = "";
}
