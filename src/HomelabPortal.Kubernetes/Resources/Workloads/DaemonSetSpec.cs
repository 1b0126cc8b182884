namespace HomelabPortal.Kubernetes;

public sealed record DaemonSetSpec
{
    public static DaemonSetSpec Empty { get; } = new();

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    public PodTemplate Template { get; init => field = value ?? PodTemplate.Empty; } = PodTemplate.Empty;

    public UpdateStrategy UpdateStrategy { get; init => field = value ?? UpdateStrategy.Empty; } = UpdateStrategy.Empty;
}
