namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteStatus
{
    public static HttpRouteStatus Empty { get; } = new();

    public IReadOnlyList<HttpRouteParent> Parents { get; init => field = CompactList.Of(value); } = [];
}
