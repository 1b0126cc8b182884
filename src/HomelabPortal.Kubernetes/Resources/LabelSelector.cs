namespace HomelabPortal.Kubernetes;

/// <summary>The labels a workload's pods carry; expressions are not kept.</summary>
public sealed record LabelSelector
{
    public static LabelSelector Empty { get; } = new();

    public CompactMap<string> MatchLabels { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;
}
