namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteTcpRule
{
    /// <summary>Such as <c>HostSNI(`a.example.org`)</c>.</summary>
    public string Match { get; init => field = value ?? ""; } = "";

    public int? Priority { get; init; }

    public IReadOnlyList<IngressRouteReference> Middlewares { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<IngressRouteService> Services { get; init => field = CompactList.Of(value); } = [];
}
