using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Who holds the address of the API server, and whether it answers the portal.</summary>
/// <param name="Lease">Null while it has not been read, or when there is none.</param>
/// <param name="LeaseStatus">Freshness of the lease.</param>
/// <param name="Changes">Changes of hands since the portal started, newest first.</param>
/// <param name="Probe">The last try to connect; null before the first.</param>
public sealed record ApiAddressState(VipLease? Lease, SourceStatus LeaseStatus, ValueList<HolderChange> Changes, ProbeResult? Probe)
{
    public static ApiAddressState Unknown { get; } = new(null, SourceStatus.Syncing, [], null);
}
