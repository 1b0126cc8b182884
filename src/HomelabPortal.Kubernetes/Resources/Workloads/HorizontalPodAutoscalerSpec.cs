namespace HomelabPortal.Kubernetes;

public sealed record HorizontalPodAutoscalerSpec
{
    public static HorizontalPodAutoscalerSpec Empty { get; } = new();

    /// <summary>The workload whose replicas it sets; always in its own namespace.</summary>
    public ObjectReference ScaleTargetRef { get; init => field = value ?? new ObjectReference(); } = new();

    /// <summary>Null is one, the server's default.</summary>
    public int? MinReplicas { get; init; }

    public int MaxReplicas { get; init; }
}
