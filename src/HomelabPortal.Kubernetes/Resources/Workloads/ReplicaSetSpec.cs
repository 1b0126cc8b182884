namespace HomelabPortal.Kubernetes;

public sealed record ReplicaSetSpec
{
    public static ReplicaSetSpec Empty { get; } = new();

    public int? Replicas { get; init; }
}
