namespace HomelabPortal.Kubernetes;

public sealed record ContainerStatus
{
    public string Name { get; init => field = value ?? ""; } = "";

    public bool Ready { get; init; }

    public bool? Started { get; init; }

    public int RestartCount { get; init; }

    public ContainerState State { get; init => field = value ?? ContainerState.Empty; } = ContainerState.Empty;

    public ContainerState LastState { get; init => field = value ?? ContainerState.Empty; } = ContainerState.Empty;
}
