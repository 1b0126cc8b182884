namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteRule
{
    public IReadOnlyList<HttpRouteMatch> Matches { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<HttpRouteBackend> BackendRefs { get; init => field = CompactList.Of(value); } = [];
}
