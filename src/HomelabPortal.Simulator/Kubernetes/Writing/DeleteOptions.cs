namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>How an object is to be deleted.</summary>
internal sealed record DeleteOptions
{
    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }

    public long? GracePeriodSeconds { get; init; }

    public bool DryRun { get; init; }
}
