using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>One workload, with what all kinds have in common.</summary>
/// <param name="Template">What its pods are made from.</param>
/// <param name="Selector">Which pods it counts as its own; empty for a cron job, whose jobs do that.</param>
public sealed record Workload(WorkloadKind Kind, ObjectMeta Metadata, Verdict Verdict, PodTemplate Template, LabelSelector Selector, IReadOnlyList<Condition> Conditions);
