using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>What a Prometheus had to say: the points on the steps that were asked for, or why there are none.</summary>
internal sealed record PrometheusAnswer(IReadOnlyList<StoredPoint?>? Points, string? Fault);
