namespace HomelabPortal.Kubernetes;

/// <summary>One entry of <c>spec.routes</c>.</summary>
public sealed record IngressRouteRule
{
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>The rule text, such as <c>Host(`a.example.org`)</c>.</summary>
    public string Match { get; init => field = value ?? ""; } = "";

    public int? Priority { get; init; }

    public IReadOnlyList<IngressRouteReference> Middlewares { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<IngressRouteService> Services { get; init => field = CompactList.Of(value); } = [];
}
