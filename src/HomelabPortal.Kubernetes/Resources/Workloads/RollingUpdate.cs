namespace HomelabPortal.Kubernetes;

public sealed record RollingUpdate
{
    /// <summary>Stateful sets only: pods with a lower ordinal keep the old revision.</summary>
    public int? Partition { get; init; }
}
