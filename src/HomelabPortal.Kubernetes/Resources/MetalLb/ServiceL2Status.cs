namespace HomelabPortal.Kubernetes;

/// <summary>Which node announces the address of one service.</summary>
public sealed record ServiceL2Status : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public ServiceL2StatusStatus Status { get; init => field = value ?? ServiceL2StatusStatus.Empty; } = ServiceL2StatusStatus.Empty;
}
