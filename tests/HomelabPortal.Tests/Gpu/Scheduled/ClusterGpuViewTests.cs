using HomelabPortal.Cluster;
using HomelabPortal.Gpu.Scheduled;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Gpu.Scheduled;

public sealed class ClusterGpuViewTests
{
    [Fact]
    public void Node_WithTwoGpusAndOnePod_HasOneFree()
    {
        var node = Assert.Single(View([GpuNodes.Worker()], GpuNodes.Asking("trainer", "worker1")).Nodes);

        Assert.Equal(("NVIDIA GeForce RTX 3060", 12288d, "580.95"), (node.Model, node.MemoryMiB, node.Driver));
        Assert.Equal(("nvidia.com/gpu", 2m, 1m, 1m), (node.Gpus[0].Resource, node.Gpus[0].Allocatable, node.Gpus[0].Requested, node.Gpus[0].Free));
        Assert.Equal("trainer", Assert.Single(node.Users).Pod);
    }

    [Fact]
    public void Pod_ThatHasEnded_HoldsNothing()
    {
        var ended = GpuNodes.Asking("done", "worker1") with { Status = new PodStatus { Phase = "Succeeded" } };

        Assert.Empty(Assert.Single(View([GpuNodes.Worker()], ended).Nodes).Users);
    }

    [Fact]
    public void Pod_WithoutANode_Waits() => Assert.Equal("eager", Assert.Single(View([GpuNodes.Worker()], GpuNodes.Asking("eager", "")).Waiting).Pod);

    [Fact]
    public void Node_ThatIsLabelledAndOffersNone_IsListedWithout() => Assert.Empty(Assert.Single(View([GpuNodes.Worker(offered: 0)]).Nodes).Gpus);

    [Fact]
    public void Node_WithoutAGpu_IsLeftOut() => Assert.Empty(View([Node("node1")]).Nodes);

    [Theory]
    [InlineData("nvidia.com/gpu", true)]
    [InlineData("nvidia.com/mig-1g.5gb", true)]
    [InlineData("amd.com/gpu", true)]
    [InlineData("gpu.intel.com/i915", true)]
    [InlineData("gpu.intel.com/i915_monitoring", false)]
    [InlineData("gpu.cowlab.org/dri", true)]
    [InlineData("hugepages-2Mi", false)]
    [InlineData("cpu", false)]
    public void Resource_ByItsName_IsAGpuOrNot(string name, bool isGpu) => Assert.Equal(isGpu, ClusterGpuNames.IsGpu(name));

    private static ClusterGpuView View(Node[] nodes, params Pod[] pods) => ClusterGpuView.Of(new ClusterState { IsConnected = true, Nodes = Kind(nodes), Pods = Kind(pods) });
}
