namespace HomelabPortal.Kubernetes;

public sealed record ServiceL2StatusStatus
{
    public static ServiceL2StatusStatus Empty { get; } = new();

    public string Node { get; init => field = value ?? ""; } = "";

    public string ServiceName { get; init => field = value ?? ""; } = "";

    public string ServiceNamespace { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<ServiceL2Interface> Interfaces { get; init => field = CompactList.Of(value); } = [];
}
