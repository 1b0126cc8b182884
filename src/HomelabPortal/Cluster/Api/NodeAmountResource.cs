using HomelabPortal.Cluster.Nodes;

namespace HomelabPortal.Cluster.Api;

/// <summary>One resource of a node; CPU in cores, memory and storage in bytes, devices in pieces.</summary>
/// <param name="Name">As Kubernetes calls it.</param>
/// <param name="Requested">Reserved by its pods.</param>
/// <param name="Allocatable">What pods may reserve together.</param>
/// <param name="Used">Null where nothing measures it.</param>
internal sealed record NodeAmountResource(string Name, decimal Requested, decimal Allocatable, decimal Capacity, decimal? Used)
{
    public static NodeAmountResource Of(NodeResourceLine line) => new(line.Name, line.Requested, line.Allocatable, line.Capacity, line.Used);
}
