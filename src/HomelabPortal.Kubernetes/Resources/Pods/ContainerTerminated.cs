namespace HomelabPortal.Kubernetes;

public sealed record ContainerTerminated
{
    public int ExitCode { get; init; }

    public int Signal { get; init; }

    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
