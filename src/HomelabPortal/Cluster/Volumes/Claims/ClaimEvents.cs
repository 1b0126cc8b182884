namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>What was said of a claim, its PersistentVolume and its Longhorn volume, newest first.</summary>
internal static class ClaimEvents
{
    public static IReadOnlyList<EventRow> Of(ClaimView view, ClusterState state) =>
    [
        .. EventRow.About(state, "PersistentVolumeClaim", view.Claim.Metadata)
            .Concat(view.Persistent is { } persistent ? EventRow.About(state, "PersistentVolume", persistent.Metadata) : [])
            .Concat(view.Volume is { } volume ? EventRow.About(state, "Volume", volume.Volume.Metadata) : [])
            .DistinctBy(row => row.Key)
            .OrderByDescending(row => row.LastSeen),
    ];
}
