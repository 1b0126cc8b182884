namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteParent
{
    public GatewayReference ParentRef { get; init => field = value ?? GatewayReference.Empty; } = GatewayReference.Empty;

    public string ControllerName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
