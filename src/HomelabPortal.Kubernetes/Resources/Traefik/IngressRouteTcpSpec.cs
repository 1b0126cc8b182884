namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteTcpSpec
{
    public static IngressRouteTcpSpec Empty { get; } = new();

    public IReadOnlyList<string> EntryPoints { get; init => field = CompactList.Of(value); } = [];

    public string IngressClassName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<IngressRouteTcpRule> Routes { get; init => field = CompactList.Of(value); } = [];

    public IngressRouteTcpTls? Tls { get; init; }
}
