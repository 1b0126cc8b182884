namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteSpec
{
    public static HttpRouteSpec Empty { get; } = new();

    public IReadOnlyList<string> Hostnames { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<GatewayReference> ParentRefs { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<HttpRouteRule> Rules { get; init => field = CompactList.Of(value); } = [];
}
