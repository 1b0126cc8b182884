namespace HomelabPortal.Kubernetes;

/// <summary>Which traffic some pods of a namespace accept and send; pods that no policy selects accept and send everything.</summary>
public sealed record NetworkPolicy : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public NetworkPolicySpec Spec { get; init => field = value ?? NetworkPolicySpec.Empty; } = NetworkPolicySpec.Empty;
}
