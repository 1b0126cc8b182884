namespace HomelabPortal.Kubernetes;

public sealed record ReplicaSetStatus
{
    public static ReplicaSetStatus Empty { get; } = new();

    public int Replicas { get; init; }

    public int ReadyReplicas { get; init; }
}
