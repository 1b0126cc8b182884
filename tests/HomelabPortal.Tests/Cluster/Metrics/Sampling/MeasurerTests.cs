using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Metrics.Sampling;

public sealed class MeasurerTests
{
    private static readonly MetricSubject _deployment = new("Deployment", "media", "web");

    [Fact]
    public void Pods_OfOneWorkload_AreSummed()
    {
        var measured = Measure([Owned("web-7d9f-a", "web-7d9f"), Owned("web-7d9f-b", "web-7d9f")], ("media/web-7d9f-a", 0.5), ("media/web-7d9f-b", 0.25));

        Assert.Equal((0.75, true), (measured[_deployment].Used.Cpu, measured[_deployment].IsKept));
        Assert.False(measured[MetricSubject.Pod("media", "web-7d9f-a")].IsKept);
    }

    [Fact]
    public void Pod_WithoutAnOwner_IsAWorkloadOfItsOwn()
    {
        var measured = Measure([Pod("alone", Running())], ("media/alone", 0.5));

        Assert.True(measured[MetricSubject.Pod("media", "alone")].IsKept);
    }

    [Fact]
    public void StaticPod_OwnedByItsNode_IsNotCountedAsTheNode()
    {
        var mirror = Pod("kube-vip-node1", Running());
        mirror = mirror with { Metadata = mirror.Metadata with { OwnerReferences = [new OwnerReference { Kind = "Node", Name = "node1", Controller = true }] } };

        var measured = Measure([mirror], ("media/kube-vip-node1", 0.5));

        Assert.True(measured[MetricSubject.Pod("media", "kube-vip-node1")].IsKept);
        Assert.Equal(2, measured[MetricSubject.Node("node1")].Used.Cpu);
    }

    [Fact]
    public void Pod_ReadyButNotMeasured_MakesTheSumUnknown()
    {
        var measured = Measure([Owned("web-7d9f-a", "web-7d9f"), Owned("web-7d9f-b", "web-7d9f")], ("media/web-7d9f-a", 0.5));

        Assert.False(measured.ContainsKey(_deployment));
    }

    [Fact]
    public void Pod_JustReady_IsNotMissedYet()
    {
        var young = Owned("web-7d9f-b", "web-7d9f");
        young = young with { Status = young.Status with { Conditions = [new Condition { Type = "Ready", Status = "True", LastTransitionTime = Now.AddSeconds(-30) }] } };

        Assert.Equal(0.5, Measure([Owned("web-7d9f-a", "web-7d9f"), young], ("media/web-7d9f-a", 0.5))[_deployment].Used.Cpu);
    }

    [Fact]
    public void Limit_OfWhichOnePodHasNone_IsNone()
    {
        var limited = Limited(Owned("web-7d9f-a", "web-7d9f"));

        var one = Measure([limited], ("media/web-7d9f-a", 0.5))[_deployment];
        var both = Measure([limited, Owned("web-7d9f-b", "web-7d9f")], ("media/web-7d9f-a", 0.5), ("media/web-7d9f-b", 0.5))[_deployment];

        Assert.Equal((20_000u, 0u), (one.Levels.CpuCeiling, both.Levels.CpuCeiling));
    }

    [Fact]
    public void Namespace_OfSomePods_IsTheirSum()
    {
        var measured = Measure([Owned("web-7d9f-a", "web-7d9f"), Pod("alone", Running())], ("media/web-7d9f-a", 0.5), ("media/alone", 1));

        Assert.Equal(1.5, measured[new MetricSubject("Namespace", "", "media")].Used.Cpu);
    }

    [Fact]
    public void Node_Measured_HasWhatItCanGiveAsItsCeiling() =>
        Assert.Equal(40_000u, Measure([])[MetricSubject.Node("node1")].Levels.CpuCeiling);

    [Fact]
    public void ThreeThousandPods_MeasuredAgain_CostLittle()
    {
        var state = State([.. Enumerable.Range(0, 3000).Select(index => Owned($"web-7d9f-{index:00000}", "web-7d9f"))], [.. Enumerable.Range(0, 3000).Select(index => ($"media/web-7d9f-{index:00000}", 0.5))]);
        var measurer = new Measurer();
        measurer.Measure(state, Now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var measured = measurer.Measure(state, Now);

        Assert.Equal(1500, measured.Single(one => one.Subject == _deployment).Used.Cpu, 6);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    private static Dictionary<MetricSubject, Measured> Measure(Pod[] pods, params (string Key, double Cores)[] used) =>
        new Measurer().Measure(State(pods, used), Now).ToDictionary(measured => measured.Subject);

    private static ClusterState State(Pod[] pods, (string Key, double Cores)[] used)
    {
        var state = new ClusterState
        {
            IsConnected = true,
            Nodes = Kind(Node("node1")),
            Pods = Kind(pods),
            ReplicaSets = Kind(new ReplicaSet { Metadata = Meta("web-7d9f") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "web", Controller = true }] } }),
            Metrics = ClusterMetrics.None with
            {
                Nodes = ImmutableDictionary<string, Usage>.Empty.Add("node1", new Usage(2, 1 << 30)),
                Pods = used.ToImmutableDictionary(entry => entry.Key, entry => new Usage(entry.Cores, 1 << 20)),
                Status = SourceStatus.Live,
            },
        };
        return state.WithRows();
    }

    private static Pod Owned(string name, string replicaSet)
    {
        var pod = Pod(name, Running());
        return pod with { Metadata = pod.Metadata with { OwnerReferences = [new OwnerReference { Kind = "ReplicaSet", Name = replicaSet, Controller = true }] } };
    }

    private static Pod Limited(Pod pod) => pod with
    {
        Spec = pod.Spec with { Containers = [pod.Spec.Containers[0] with { Resources = new ContainerResources { Limits = CompactMap<Quantity>.From([new("cpu", Quantity.Parse("2")), new("memory", Quantity.Parse("1Gi"))]) } }] },
    };
}
