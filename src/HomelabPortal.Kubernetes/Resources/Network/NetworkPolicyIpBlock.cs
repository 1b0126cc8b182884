namespace HomelabPortal.Kubernetes;

public sealed record NetworkPolicyIpBlock
{
    public string Cidr { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> Except { get; init => field = CompactList.Of(value); } = [];
}
