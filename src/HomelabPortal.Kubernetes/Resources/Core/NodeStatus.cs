namespace HomelabPortal.Kubernetes;

public sealed record NodeStatus
{
    public static NodeStatus Empty { get; } = new();

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<NodeAddress> Addresses { get; init => field = CompactList.Of(value); } = [];

    public CompactMap<Quantity> Capacity { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public CompactMap<Quantity> Allocatable { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public NodeInfo NodeInfo { get; init => field = value ?? NodeInfo.Empty; } = NodeInfo.Empty;
}
