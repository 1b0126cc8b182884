namespace HomelabPortal.Kubernetes;

/// <summary>What reads and writes the replicas of one volume; it knows how far a rebuild is.</summary>
public sealed record LonghornEngine : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornEngineSpec Spec { get; init => field = value ?? LonghornEngineSpec.Empty; } = LonghornEngineSpec.Empty;

    public LonghornEngineStatus Status { get; init => field = value ?? LonghornEngineStatus.Empty; } = LonghornEngineStatus.Empty;
}
