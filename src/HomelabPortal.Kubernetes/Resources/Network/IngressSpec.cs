namespace HomelabPortal.Kubernetes;

public sealed record IngressSpec
{
    public static IngressSpec Empty { get; } = new();

    public string IngressClassName { get; init => field = value ?? ""; } = "";

    public IngressBackend? DefaultBackend { get; init; }

    public IReadOnlyList<IngressRule> Rules { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<IngressTls> Tls { get; init => field = CompactList.Of(value); } = [];
}
