namespace HomelabPortal.Kubernetes;

/// <summary>Room on the node that goes with the pod.</summary>
public sealed record PodEmptyDir
{
    /// <summary>"Memory", or empty for the node's disk.</summary>
    public string Medium { get; init => field = value ?? ""; } = "";
}
