namespace HomelabPortal.Kubernetes;

public sealed record IngressBackend
{
    /// <summary>Null when the backend is not a service.</summary>
    public IngressServiceBackend? Service { get; init; }
}
