namespace HomelabPortal.Kubernetes;

public sealed record ProbeCommand;
