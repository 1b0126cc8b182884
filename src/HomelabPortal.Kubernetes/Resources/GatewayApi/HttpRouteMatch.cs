namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteMatch
{
    public HttpRoutePath? Path { get; init; }

    public string Method { get; init => field = value ?? ""; } = "";

    /// <summary>All of them must be there.</summary>
    public IReadOnlyList<HttpRouteValue> Headers { get; init => field = CompactList.Of(value); } = [];

    /// <summary>All of them must be there.</summary>
    public IReadOnlyList<HttpRouteValue> QueryParams { get; init => field = CompactList.Of(value); } = [];
}
