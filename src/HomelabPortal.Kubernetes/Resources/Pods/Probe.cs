namespace HomelabPortal.Kubernetes;

/// <summary>How the kubelet asks a container whether it is well.</summary>
public sealed record Probe
{
    public ProbeHttp? HttpGet { get; init; }

    public ProbePort? TcpSocket { get; init; }

    public ProbePort? Grpc { get; init; }

    /// <summary>There when the probe runs a command; which one is not kept, as commands may hold secrets.</summary>
    public ProbeCommand? Exec { get; init; }

    public int InitialDelaySeconds { get; init; }

    public int PeriodSeconds { get; init; }

    public int TimeoutSeconds { get; init; }

    public int FailureThreshold { get; init; }
}
