using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Nodes;

public sealed class NodeResourcesTests
{
    private static readonly Node _node = Node("node4") with
    {
        Status = new NodeStatus
        {
            Capacity = Amounts(("cpu", "4"), ("memory", "8Gi"), ("pods", "110"), ("ephemeral-storage", "100Gi"), ("gpu.cowlab.org/dri", "2"), ("hugepages-2Mi", "0")),
            Allocatable = Amounts(("gpu.cowlab.org/dri", "2"), ("hugepages-2Mi", "0"), ("pods", "110"), ("memory", "7Gi"), ("cpu", "4"), ("ephemeral-storage", "90Gi")),
        },
    };

    [Fact]
    public void Of_Node_ListsWhatItOffersUsualOnesFirst() =>
        Assert.Equal(["cpu", "memory", "pods", "ephemeral-storage", "gpu.cowlab.org/dri"], NodeResources.Of(_node, [], null).Select(line => line.Name));

    [Fact]
    public void Of_Pods_AreAddedUpAndFinishedOnesAreNot()
    {
        var lines = NodeResources.Of(_node, [Asking("Running", ("cpu", "500m"), ("gpu.cowlab.org/dri", "1")), Asking("Running", ("cpu", "250m")), Asking("Succeeded", ("cpu", "3"))], new Usage(0.2, 1L << 30));

        Assert.Equal((0.75m, 4m, 0.2m), lines[0] is var cpu ? (cpu.Requested, cpu.Allocatable, cpu.Used!.Value) : default);
        Assert.Equal("2 of 110", lines.Single(line => line.Name == "pods") is var pods ? pods.Words(pods.Requested) : "");
        Assert.Equal((1m, null), lines.Single(line => line.IsExtended) is var device ? (device.Requested, device.Used) : default);
    }

    [Fact]
    public void Extended_NamesDevicesOnly() => Assert.Equal("gpu.cowlab.org/dri 2", NodeResources.Extended(_node));

    [Theory]
    [InlineData("cpu", "CPU", "1.5 of 4 cores")]
    [InlineData("memory", "Memory", "2 of 4 B")]
    [InlineData("gpu.cowlab.org/dri", "gpu.cowlab.org/dri", "1.5 of 4")]
    public void Line_OfEachKind_SpeaksItsUnit(string name, string title, string words)
    {
        var line = new NodeResourceLine(name, 1.5m, 4, 4, null);

        Assert.Equal((title, words), (line.Title, line.Words(line.Requested)));
    }

    [Fact]
    public void Labels_WorthSeeing_LeaveOutWhatOtherFactsSay()
    {
        var node = Node("n") with { Metadata = Meta("n", "", ("kubernetes.io/arch", "arm64"), ("node-role.kubernetes.io/worker", "true"), ("topology.kubernetes.io/zone", "attic"), ("fast", "")) };

        Assert.Equal(["fast", "topology.kubernetes.io/zone=attic"], NodeLabels.WorthSeeing(node));
    }

    /// <summary>For CPU and memory both ways of adding up a pod agree, whatever its containers.</summary>
    [Fact]
    public void PodResources_AnyPod_AgreeWithPodRequests()
    {
        var container = Gen.Choose(0, 3000).SelectMany(cpu => Gen.Choose(0, 4096).SelectMany(memory => Gen.Elements("", "Always").Select(policy => new Container
        {
            RestartPolicy = policy, Resources = new ContainerResources { Requests = Amounts(("cpu", $"{cpu}m"), ("memory", $"{memory}Mi")) },
        })));
        var pods = container.ArrayOf().SelectMany(init => container.ArrayOf().Select(main => new Pod { Spec = new PodSpec { InitContainers = init, Containers = main, Overhead = Amounts(("cpu", "10m")) } }));
        Prop.ForAll(pods.ToArbitrary(), pod =>
        {
            var (usage, all) = (PodRequests.Of(pod), PodResources.Of(pod));
            return Math.Abs(usage.Cpu - (double)all.GetValueOrDefault("cpu")) < 1e-9 && usage.Memory == all.GetValueOrDefault("memory");
        }).QuickCheckThrowOnFailure();
    }

    private static Pod Asking(string phase, params (string Name, string Amount)[] requests) => new()
    {
        Spec = new PodSpec { Containers = [new Container { Resources = new ContainerResources { Requests = Amounts(requests) } }] }, Status = new PodStatus { Phase = phase },
    };

    private static CompactMap<Quantity> Amounts(params (string Name, string Amount)[] amounts) =>
        CompactMap<Quantity>.From(amounts.Select(amount => KeyValuePair.Create(amount.Name, Quantity.Parse(amount.Amount))));
}
