namespace HomelabPortal.Kubernetes;

public sealed record LonghornNodeSpec
{
    public static LonghornNodeSpec Empty { get; } = new();

    public bool AllowScheduling { get; init; }

    public bool EvictionRequested { get; init; }
}
