namespace HomelabPortal.Kubernetes;

public sealed record PodSpec
{
    public static PodSpec Empty { get; } = new();

    public string NodeName { get; init => field = value ?? ""; } = "";

    public string RestartPolicy { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Container> Containers { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<Container> InitContainers { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<PodReadinessGate> ReadinessGates { get; init => field = CompactList.Of(value); } = [];

    /// <summary>What the pod itself needs beside its containers (from its RuntimeClass).</summary>
    public CompactMap<Quantity> Overhead { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    /// <summary>Only claims and emptyDirs; all others are left out.</summary>
    public IReadOnlyList<PodVolume> Volumes
    {
        get;
        init => field = value is null ? [] : [.. value.Where(volume => volume.PersistentVolumeClaim is not null || volume.EmptyDir is not null)];
    } = [];

    public long? TerminationGracePeriodSeconds { get; init; }
}
