namespace HomelabPortal.Kubernetes;

public sealed record LonghornEngineStatus
{
    public static LonghornEngineStatus Empty { get; } = new();

    /// <summary>"running", "stopped" and others.</summary>
    public string CurrentState { get; init => field = value ?? ""; } = "";

    /// <summary>Where each replica is reached, "address:port", by the replica's name.</summary>
    public CompactMap<string> CurrentReplicaAddressMap { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    /// <summary>"RW" holds all data, "WO" is being filled, "ERR" has failed; by the replica's name.</summary>
    public CompactMap<string> ReplicaModeMap { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    /// <summary>By the address of the replica that is filled, "tcp://address:port"; entries stay after the rebuild.</summary>
    public CompactMap<LonghornRebuild> RebuildStatus { get; init => field = value ?? CompactMap<LonghornRebuild>.Empty; } = CompactMap<LonghornRebuild>.Empty;
}
