namespace HomelabPortal.Kubernetes;

public sealed record EndpointPort
{
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Null means all ports.</summary>
    public int? Port { get; init; }

    public string Protocol { get; init => field = value ?? ""; } = "";
}
