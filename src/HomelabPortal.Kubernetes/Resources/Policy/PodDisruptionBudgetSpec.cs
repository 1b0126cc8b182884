namespace HomelabPortal.Kubernetes;

public sealed record PodDisruptionBudgetSpec
{
    public static PodDisruptionBudgetSpec Empty { get; } = new();

    /// <summary>A number or a percentage such as "50%".</summary>
    public IntOrString? MinAvailable { get; init; }

    /// <summary>A number or a percentage such as "50%".</summary>
    public IntOrString? MaxUnavailable { get; init; }

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;
}
