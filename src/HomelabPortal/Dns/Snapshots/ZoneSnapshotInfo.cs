namespace HomelabPortal.Dns.Snapshots;

/// <summary>One line of the list of snapshots.</summary>
public sealed record ZoneSnapshotInfo(long Id, string ZoneId, string ZoneName, DateTimeOffset TakenAt, string Reason);
