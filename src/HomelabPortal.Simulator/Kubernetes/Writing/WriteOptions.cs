namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>How a write is to be done, from its query and headers.</summary>
internal sealed record WriteOptions
{
    public required string Manager { get; init; }

    public bool DryRun { get; init; }

    public bool Force { get; init; }
}
