namespace HomelabPortal.Kubernetes;

public sealed record NetworkPolicySpec
{
    public static NetworkPolicySpec Empty { get; } = new();

    /// <summary>Empty selects every pod of the namespace.</summary>
    public LabelSelector PodSelector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    /// <summary>"Ingress", "Egress" or both.</summary>
    public IReadOnlyList<string> PolicyTypes { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<NetworkPolicyRule> Ingress { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<NetworkPolicyRule> Egress { get; init => field = CompactList.Of(value); } = [];
}
