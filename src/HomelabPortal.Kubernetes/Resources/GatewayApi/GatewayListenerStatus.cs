namespace HomelabPortal.Kubernetes;

public sealed record GatewayListenerStatus
{
    public string Name { get; init => field = value ?? ""; } = "";

    public int AttachedRoutes { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
