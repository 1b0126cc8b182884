namespace HomelabPortal.Kubernetes;

public sealed record IngressRule
{
    /// <summary>Empty matches every host.</summary>
    public string Host { get; init => field = value ?? ""; } = "";

    public IngressHttp? Http { get; init; }
}
