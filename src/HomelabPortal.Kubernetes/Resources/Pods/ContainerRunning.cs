namespace HomelabPortal.Kubernetes;

public sealed record ContainerRunning
{
    public DateTimeOffset? StartedAt { get; init; }
}
