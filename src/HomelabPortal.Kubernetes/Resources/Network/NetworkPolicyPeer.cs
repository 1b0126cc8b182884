namespace HomelabPortal.Kubernetes;

public sealed record NetworkPolicyPeer
{
    public LabelSelector? PodSelector { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public NetworkPolicyIpBlock? IpBlock { get; init; }
}
