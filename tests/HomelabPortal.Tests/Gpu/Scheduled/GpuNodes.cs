using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Gpu.Scheduled;

/// <summary>A worker with two GPUs as feature discovery labels it, and pods that ask for one.</summary>
internal static class GpuNodes
{
    public static Node Worker(string name = "worker1", int offered = 2)
    {
        var node = Node(name);
        var gpus = CompactMap<Quantity>.From(new Dictionary<string, Quantity> { ["nvidia.com/gpu"] = Quantity.Parse($"{offered}") });
        return node with
        {
            Metadata = node.Metadata with
            {
                Labels = CompactMap<string>.From(new Dictionary<string, string>
                {
                    ["nvidia.com/gpu.product"] = "NVIDIA-GeForce-RTX-3060", ["nvidia.com/gpu.memory"] = "12288", ["nvidia.com/cuda.driver.major"] = "580", ["nvidia.com/cuda.driver.minor"] = "95",
                }),
            },
            Spec = node.Spec with { Taints = [new Taint { Key = "gpu", Value = "only", Effect = "NoSchedule" }] },
            Status = node.Status with { Allocatable = gpus, Capacity = gpus },
        };
    }

    public static Pod Asking(string name, string node, string resource = "nvidia.com/gpu")
    {
        var pod = Pod(name, node: node);
        return pod with
        {
            Spec = pod.Spec with
            {
                Containers = [new Container { Name = "main", Resources = new ContainerResources { Requests = CompactMap<Quantity>.From(new Dictionary<string, Quantity> { [resource] = Quantity.Parse("1") }) } }],
            },
        };
    }
}
