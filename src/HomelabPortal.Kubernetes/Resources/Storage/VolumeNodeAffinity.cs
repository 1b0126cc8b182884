namespace HomelabPortal.Kubernetes;

/// <summary>From which nodes a volume can be reached.</summary>
public sealed record VolumeNodeAffinity
{
    public NodeSelector? Required { get; init; }

    public bool Matches(CompactMap<string> labels) => Required is null || Required.Matches(labels);
}
