namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>One value of a range query. What is no number (NaN, infinite) is left out before.</summary>
internal readonly record struct PrometheusPoint(DateTimeOffset At, double Value);
