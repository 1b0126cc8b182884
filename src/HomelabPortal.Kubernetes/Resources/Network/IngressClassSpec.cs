namespace HomelabPortal.Kubernetes;

public sealed record IngressClassSpec
{
    public static IngressClassSpec Empty { get; } = new();

    public string Controller { get; init => field = value ?? ""; } = "";

    public IngressClassParameters? Parameters { get; init; }
}
