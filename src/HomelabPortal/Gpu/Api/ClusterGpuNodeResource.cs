using HomelabPortal.Gpu.Scheduled;

namespace HomelabPortal.Gpu.Api;

/// <summary>A node of the cluster that has GPUs.</summary>
/// <param name="Model">As the node's labels call it; null when none tells.</param>
/// <param name="Memory">Of one card, in MiB, by the same labels.</param>
/// <param name="Gpus">What it offers to pods; none when no device plugin does.</param>
/// <param name="Taints">What keeps pods off it that do not tolerate it.</param>
internal sealed record ClusterGpuNodeResource(
    string Name, string Status, string? Model, double? Memory, string? Driver, IReadOnlyList<ClusterGpuOfferResource> Gpus, IReadOnlyList<string> Taints, IReadOnlyList<ClusterGpuUserResource> Users)
{
    public static ClusterGpuNodeResource Of(ClusterGpuNode node) => new(
        node.Name, node.Word, node.Model, node.MemoryMiB, node.Driver, [.. node.Gpus.Select(gpu => new ClusterGpuOfferResource(gpu.Resource, gpu.Allocatable, gpu.Capacity, gpu.Requested))],
        [.. node.Taints], [.. node.Users.Select(ClusterGpuUserResource.Of)]);
}
