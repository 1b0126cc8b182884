using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>What one thing uses at one moment.</summary>
/// <param name="IsKept">False for a pod that its workload stands for: its last hour is remembered, no more.</param>
/// <param name="KeepsBand">Whether a minute keeps the least and the most of its first quantity beside the mean. It costs two bytes or more a minute.</param>
internal readonly record struct Measured(MetricSubject Subject, Usage Used, Levels Levels, bool IsKept, bool KeepsBand = false);
