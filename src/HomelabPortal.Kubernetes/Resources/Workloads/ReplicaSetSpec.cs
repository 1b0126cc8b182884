namespace HomelabPortal.Kubernetes;

public sealed record ReplicaSetSpec
{
    public static ReplicaSetSpec Empty { get; } = new();

    public int? Replicas { get; init; }

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    public PodTemplate Template { get; init => field = value ?? PodTemplate.Empty; } = PodTemplate.Empty;
}
