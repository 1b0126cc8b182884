using System.Collections.Immutable;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Scheduled;

/// <summary>A node of the cluster that has GPUs.</summary>
/// <param name="Model">As GPU feature discovery calls it; null when no label tells.</param>
/// <param name="MemoryMiB">Of one card, by the same labels.</param>
/// <param name="Gpus">What it offers; none when no device plugin does, though a label says that there is one.</param>
/// <param name="Taints">What keeps pods off it that do not say that they tolerate it.</param>
public sealed record ClusterGpuNode(
    string Name, string Href, HealthState State, string Word, string Sentence, string? Model, double? MemoryMiB, string? Driver,
    ImmutableArray<ClusterGpu> Gpus, ImmutableArray<string> Taints, ImmutableArray<ClusterGpuUser> Users);
