namespace HomelabPortal.Kubernetes;

/// <summary>An object that configures the controller of an ingress class.</summary>
public sealed record IngressClassParameters
{
    public string ApiGroup { get; init => field = value ?? ""; } = "";

    public string Kind { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Empty for a cluster-scoped object.</summary>
    public string Namespace { get; init => field = value ?? ""; } = "";
}
