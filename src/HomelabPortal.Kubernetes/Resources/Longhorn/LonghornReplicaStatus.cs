namespace HomelabPortal.Kubernetes;

public sealed record LonghornReplicaStatus
{
    public static LonghornReplicaStatus Empty { get; } = new();

    /// <summary>"running", "stopped", "error" and others.</summary>
    public string CurrentState { get; init => field = value ?? ""; } = "";
}
