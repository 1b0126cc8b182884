namespace HomelabPortal.Kubernetes;

public sealed record GatewaySpec
{
    public static GatewaySpec Empty { get; } = new();

    public string GatewayClassName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<GatewayListener> Listeners { get; init => field = CompactList.Of(value); } = [];
}
