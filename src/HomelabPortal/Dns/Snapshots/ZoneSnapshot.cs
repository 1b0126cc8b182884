using System.Collections.Immutable;

namespace HomelabPortal.Dns.Snapshots;

/// <summary>A zone as it was at some moment.</summary>
/// <param name="Reason">Why it was kept.</param>
internal sealed record ZoneSnapshot(long Id, string ZoneId, string ZoneName, DateTimeOffset TakenAt, string Reason, ImmutableArray<LiveRecord> Records);
