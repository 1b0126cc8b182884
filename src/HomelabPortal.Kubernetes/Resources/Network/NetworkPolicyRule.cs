namespace HomelabPortal.Kubernetes;

public sealed record NetworkPolicyRule
{
    /// <summary>Empty allows everybody.</summary>
    public IReadOnlyList<NetworkPolicyPeer> From { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Empty allows everywhere.</summary>
    public IReadOnlyList<NetworkPolicyPeer> To { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Empty allows every port.</summary>
    public IReadOnlyList<NetworkPolicyPort> Ports { get; init => field = CompactList.Of(value); } = [];
}
