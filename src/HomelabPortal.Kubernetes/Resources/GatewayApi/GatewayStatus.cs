namespace HomelabPortal.Kubernetes;

public sealed record GatewayStatus
{
    public static GatewayStatus Empty { get; } = new();

    public IReadOnlyList<GatewayAddress> Addresses { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<GatewayListenerStatus> Listeners { get; init => field = CompactList.Of(value); } = [];
}
