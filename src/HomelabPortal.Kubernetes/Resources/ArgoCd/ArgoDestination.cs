namespace HomelabPortal.Kubernetes;

public sealed record ArgoDestination
{
    public static ArgoDestination Empty { get; } = new();

    public string Server { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string Namespace { get; init => field = value ?? ""; } = "";
}
