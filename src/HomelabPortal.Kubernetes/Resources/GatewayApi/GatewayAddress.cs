namespace HomelabPortal.Kubernetes;

public sealed record GatewayAddress
{
    public string Type { get; init => field = value ?? ""; } = "";

    public string Value { get; init => field = value ?? ""; } = "";
}
