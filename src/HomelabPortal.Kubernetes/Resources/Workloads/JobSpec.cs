namespace HomelabPortal.Kubernetes;

public sealed record JobSpec
{
    public static JobSpec Empty { get; } = new();

    public int? Completions { get; init; }

    public int? Parallelism { get; init; }

    public bool Suspend { get; init; }
}
