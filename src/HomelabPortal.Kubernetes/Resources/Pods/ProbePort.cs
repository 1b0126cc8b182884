namespace HomelabPortal.Kubernetes;

public sealed record ProbePort
{
    public IntOrString? Port { get; init; }
}
