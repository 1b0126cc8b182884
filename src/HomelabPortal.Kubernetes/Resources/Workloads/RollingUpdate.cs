namespace HomelabPortal.Kubernetes;

public sealed record RollingUpdate
{
    /// <summary>Stateful sets only: pods with a lower ordinal keep the old revision.</summary>
    public int? Partition { get; init; }

    /// <summary>A number or a percentage such as "25%".</summary>
    public IntOrString? MaxSurge { get; init; }

    /// <summary>A number or a percentage such as "25%".</summary>
    public IntOrString? MaxUnavailable { get; init; }
}
