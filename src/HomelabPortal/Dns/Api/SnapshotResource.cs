using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Dns.ZoneFiles;

namespace HomelabPortal.Dns.Api;

/// <summary>A zone as it was, and what restoring it would do: only what is ours is put back.</summary>
/// <param name="ZoneFile">The records as BIND text.</param>
internal sealed record SnapshotResource(long Id, string Zone, DateTimeOffset TakenAt, string Reason, string ZoneFile, IReadOnlyList<SnapshotResource.Step> Steps)
{
    /// <param name="IsEdit">False: it is left alone, and why.</param>
    internal sealed record Step(string Text, string Why, bool IsEdit);

    public static SnapshotResource Of(ZoneSnapshot snapshot, IEnumerable<RestoreStep> steps) => new(
        snapshot.Id, snapshot.ZoneName, snapshot.TakenAt, snapshot.Reason, ZoneFileWriter.Write(snapshot.ZoneName, snapshot.Records, snapshot.TakenAt),
        [.. steps.Select(step => new Step(step.Text, step.Why, step.IsEdit))]);
}
