using HomelabPortal.Dns.Snapshots;

namespace HomelabPortal.Dns.Api;

/// <summary>Snapshots of zones, the newest first.</summary>
internal sealed record SnapshotList(IReadOnlyList<SnapshotList.Item> Items)
{
    internal sealed record Item(long Id, string Zone, DateTimeOffset TakenAt, string Reason);

    public static SnapshotList Of(IEnumerable<ZoneSnapshotInfo> snapshots) =>
        new([.. snapshots.Select(snapshot => new Item(snapshot.Id, snapshot.ZoneName, snapshot.TakenAt, snapshot.Reason))]);
}
