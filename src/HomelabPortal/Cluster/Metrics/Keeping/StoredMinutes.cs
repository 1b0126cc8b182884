using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>What the database knows of one series' last hours, for the start.</summary>
internal sealed record StoredMinutes(MetricSubject Subject, IReadOnlyList<(long Minute, StoredPoint Point)> Minutes);
