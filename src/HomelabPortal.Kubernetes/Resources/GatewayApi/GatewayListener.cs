namespace HomelabPortal.Kubernetes;

public sealed record GatewayListener
{
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty means every name.</summary>
    public string Hostname { get; init => field = value ?? ""; } = "";

    public int Port { get; init; }

    public string Protocol { get; init => field = value ?? ""; } = "";
}
