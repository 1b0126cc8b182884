namespace HomelabPortal.Kubernetes;

public sealed record HttpRouteMatch
{
    public HttpRoutePath? Path { get; init; }

    public string Method { get; init => field = value ?? ""; } = "";
}
