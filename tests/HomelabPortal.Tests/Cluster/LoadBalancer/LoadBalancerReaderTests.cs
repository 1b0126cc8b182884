using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.LoadBalancer;

public sealed class LoadBalancerReaderTests
{
    private static readonly ClusterState _state = new()
    {
        IsConnected = true, Services = Kind(Service("web", "10.0.0.81")), AddressPools = Kind(Pool("lan", "10.0.0.80-10.0.0.89")),
        L2Advertisements = Kind(new L2Advertisement { Metadata = Meta("lan", "metallb-system") }), BgpAdvertisements = Kind<BgpAdvertisement>(),
        L2Statuses = Kind(Announced("web", "node1")), Nodes = Kind(Node("node1")),
    };

    [Fact]
    public void Read_PoolWithoutStatus_IsCountedByThePortal()
    {
        var pool = Assert.Single(Read(_state).Pools);

        Assert.Equal(("1 of 10 used", "9", false, HealthState.Healthy), (pool.UsedText, pool.FreeText, pool.IsCounted, pool.Health.State));
        Assert.Equal(["L2 lan"], pool.AdvertisedBy);
    }

    [Fact]
    public void Read_PoolWithStatus_BelievesMetalLb()
    {
        var pool = Pool("lan", "10.0.0.80-10.0.0.89") with { Status = new IpAddressPoolStatus { AssignedIpv4 = 4, AvailableIpv4 = 6 } };

        Assert.Equal(("4 of 10 used", true), (Read(_state with { AddressPools = Kind(pool) }).Pools[0].UsedText, Read(_state with { AddressPools = Kind(pool) }).Pools[0].IsCounted));
    }

    [Fact]
    public void Read_SharedAddress_CountsOnce() =>
        Assert.Equal("1 of 10 used", Read(_state with { Services = Kind(Service("web", "10.0.0.81"), Service("dns", "10.0.0.81")) }).Pools[0].UsedText);

    [Fact]
    public void Read_AvoidBuggyIps_LeavesThemOut()
    {
        var pool = Pool("lan", "10.0.0.0/24");

        Assert.Equal("254", Read(_state with { Services = Kind<Service>(), AddressPools = Kind(pool with { Spec = pool.Spec with { AvoidBuggyIps = true } }) }).Pools[0].FreeText);
    }

    [Fact]
    public void Read_HugePool_IsNotCountedThrough() =>
        Assert.Equal("over a million", Read(_state with { AddressPools = Kind(Pool("lan", "fd00::/64", "10.0.0.80/28")) }).Pools[0].FreeText);

    [Fact]
    public void Read_Exhausted_IsDegraded() => Has("pool.exhausted", _state with { AddressPools = Kind(Pool("lan", "10.0.0.81/32")) });

    [Fact]
    public void Read_OverlappingPools_AreNamedBoth()
    {
        var view = Read(_state with { AddressPools = Kind(Pool("lan", "10.0.0.80-10.0.0.89"), Pool("other", "10.0.0.89-10.0.0.95")) });

        Assert.All(view.Pools, pool => Assert.Equal("pool.overlap", Assert.Single(pool.Findings).Code));
        Assert.Equal("Pools lan and other have addresses in common.", view.Pools[0].Findings[0].Sentence);
    }

    [Fact]
    public void Read_NotAdvertised_IsBroken()
    {
        var other = new L2Advertisement { Metadata = Meta("other", "metallb-system"), Spec = new AdvertisementSpec { IpAddressPools = ["elsewhere"] } };

        Has("pool.unadvertised", _state with { L2Advertisements = Kind(other) });
    }

    [Fact]
    public void Read_AdvertisementBySelector_Counts()
    {
        var pool = Pool("lan", "10.0.0.80-10.0.0.89");
        var selecting = new L2Advertisement
        {
            Metadata = Meta("by-label", "metallb-system"),
            Spec = new AdvertisementSpec { IpAddressPoolSelectors = [new LabelSelector { MatchLabels = CompactMap<string>.From([new("net", "house")]) }] },
        };
        var labelled = pool with { Metadata = Meta("lan", "metallb-system", ("net", "house")) };

        Assert.Equal(["L2 by-label"], Read(_state with { AddressPools = Kind(labelled), L2Advertisements = Kind(selecting) }).Pools[0].AdvertisedBy);
        Has("pool.unadvertised", _state with { L2Advertisements = Kind(selecting) });
    }

    [Fact]
    public void Read_AdvertisementsForbidden_ClaimsNothing()
    {
        var forbidden = ClusterKind<L2Advertisement>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden, null, "no") };

        Assert.Empty(Read(_state with { L2Advertisements = forbidden }).Pools[0].Findings);
    }

    [Fact]
    public void Read_UnreadableRange_IsSaidAndNothingIsCounted()
    {
        var pool = Read(_state with { AddressPools = Kind(Pool("lan", "10.0.0.80..99")) }).Pools[0];

        Assert.Equal(("pool.unreadable", "unknown"), (pool.Findings[0].Code, pool.FreeText));
    }

    [Fact]
    public void Read_HeldAddress_NamesServiceNodeAndPool()
    {
        var held = Assert.Single(Read(_state).Held);

        Assert.Equal(("10.0.0.81", "lan", "media/web", "node1", HealthState.Healthy), (held.Address, held.Pool, held.ServiceText, held.NodeText, held.Health.State));
    }

    [Fact]
    public void Read_NobodyAnnounces_IsDegraded() => Assert.Equal("Not announced", Read(_state with { L2Statuses = Kind<ServiceL2Status>() }).Held[0].Health.Word);

    [Fact]
    public void Read_AnnouncerDown_IsDegraded() => Assert.Equal("Announcer down", Read(_state with { Nodes = Kind(Node("node1", "False")) }).Held[0].Health.Word);

    [Theory]
    [InlineData("metallb.universe.tf/address-pool", "wan", "It asks for pool wan, which does not exist.")]
    [InlineData("metallb.io/loadBalancerIPs", "192.168.1.1", "It asks for 192.168.1.1, which no pool has.")]
    [InlineData("metallb.io/loadBalancerIPs", "10.0.0.81", "It asks for 10.0.0.81, which media/web holds.")]
    [InlineData("app", "x", "Every pool is exhausted.")]
    public void PendingReason_Service_SaysWhatStandsInTheWay(string annotation, string value, string reason)
    {
        var waiting = Service("new", null);
        waiting = waiting with { Metadata = waiting.Metadata with { Annotations = CompactMap<string>.From([new(annotation, value)]) } };

        Assert.Equal(reason, PendingReason.Of(waiting, _state with { AddressPools = Kind(Pool("lan", "10.0.0.81/32")) }));
    }

    [Fact]
    public void Problems_UnadvertisedPool_IsNamedWithWhatToDo()
    {
        var state = _state with { L2Advertisements = Kind<L2Advertisement>() };

        var problem = Assert.Single(NetworkProblems.Find(state with { LoadBalancer = Read(state) }));

        Assert.Equal(("Address pool lan is not advertised", "/cluster/services?tab=load-balancer"), (problem.Title, problem.Link));
        Assert.EndsWith("Make an L2Advertisement for it.", problem.Sentence);
    }

    private static void Has(string code, ClusterState state) => Assert.Contains(Read(state).Pools[0].Findings, finding => finding.Code == code);

    private static LoadBalancerView Read(ClusterState state) => LoadBalancerReader.Read(state.WithRows());

    private static IpAddressPool Pool(string name, params string[] addresses) => new() { Metadata = Meta(name, "metallb-system"), Spec = new IpAddressPoolSpec { Addresses = addresses } };

    private static Service Service(string name, string? address) => new()
    {
        Metadata = Meta(name), Spec = new ServiceSpec { Type = "LoadBalancer" },
        Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = address is null ? [] : [new LoadBalancerAddress { Ip = address }] } },
    };

    private static ServiceL2Status Announced(string service, string node) => new()
    {
        Metadata = Meta($"l2-{service}", "metallb-system"),
        Status = new ServiceL2StatusStatus { Node = node, ServiceName = service, ServiceNamespace = "media", Interfaces = [new ServiceL2Interface { Name = "end0" }] },
    };
}
