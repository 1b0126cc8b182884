namespace HomelabPortal.Kubernetes;

public sealed record DeploymentSpec
{
    public static DeploymentSpec Empty { get; } = new();

    /// <summary>Null is one, the server's default.</summary>
    public int? Replicas { get; init; }

    public bool Paused { get; init; }

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    public PodTemplate Template { get; init => field = value ?? PodTemplate.Empty; } = PodTemplate.Empty;

    public UpdateStrategy Strategy { get; init => field = value ?? UpdateStrategy.Empty; } = UpdateStrategy.Empty;
}
