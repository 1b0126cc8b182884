namespace HomelabPortal.Kubernetes;

public sealed record StatefulSetSpec
{
    public static StatefulSetSpec Empty { get; } = new();

    /// <summary>Null is one, the server's default.</summary>
    public int? Replicas { get; init; }

    public string ServiceName { get; init => field = value ?? ""; } = "";

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    public PodTemplate Template { get; init => field = value ?? PodTemplate.Empty; } = PodTemplate.Empty;

    public UpdateStrategy UpdateStrategy { get; init => field = value ?? UpdateStrategy.Empty; } = UpdateStrategy.Empty;
}
