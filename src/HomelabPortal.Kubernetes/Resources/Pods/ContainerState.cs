namespace HomelabPortal.Kubernetes;

/// <summary>At most one of the three is set; none means waiting without a reason.</summary>
public sealed record ContainerState
{
    public static ContainerState Empty { get; } = new();

    public ContainerWaiting? Waiting { get; init; }

    public ContainerRunning? Running { get; init; }

    public ContainerTerminated? Terminated { get; init; }
}
