namespace HomelabPortal.Kubernetes;

public sealed record IngressHttp
{
    public IReadOnlyList<IngressPath> Paths { get; init => field = CompactList.Of(value); } = [];
}
