using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>Minutes of one series that the database lacks.</summary>
internal sealed record UnwrittenSeries(MetricSubject Subject, SeriesMemory Series, IReadOnlyList<(long Minute, StoredPoint Point)> Minutes);
