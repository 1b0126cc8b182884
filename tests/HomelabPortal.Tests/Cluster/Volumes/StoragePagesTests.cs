using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class StoragePagesTests : IDisposable
{
    private static readonly ClusterState _state = Whole with
    {
        Claims = Kind(Claim("config", "v"), Claim("downloads", "w")), PersistentVolumes = Kind(Persistent("v", "config"), Persistent("w", "downloads"), Persistent("old", "gone", "Released")),
        Volumes = Kind(Volume("v", claim: "config"), Volume("w", 1, claim: "downloads")), VolumeReplicas = Kind(Replica("v", "node1"), Replica("v", "node2"), Replica("w", "node3")),
    };

    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _live;

    public StoragePagesTests()
    {
        _live = new Live<ClusterState>(ClusterState.Connecting, _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(new Live<OwnRights>(OwnRights.Unknown, _page.Clock));
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void StoragePage_Claims_HaveARowEachAndTheLonelyOneStandsOnTop()
    {
        Show(_state);

        var page = _page.Render<StoragePage>();

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains("2/3", page.FindAll("tbody tr")[0].TextContent);
        Assert.Equal("/cluster/storage/media/config", page.Find("a.row-link").GetAttribute("href"));
        var lonely = page.Find("section[aria-label='On one node only']").TextContent;
        Assert.Contains("It has one replica, on node3.", lonely);
        Assert.DoesNotContain("config", lonely);
        Assert.Contains("2 claims, 1 on one node only", page.Find(".page-head").TextContent);
    }

    [Theory]
    [InlineData("volumes", "Released")]
    [InlineData("disks", "No disks")]
    [InlineData("backups", "No recurring jobs")]
    public void StoragePage_TabInTheAddress_IsShown(string tab, string text)
    {
        Show(_state);
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo($"/cluster/storage?tab={tab}");

        Assert.Contains(text, _page.Render<StoragePage>().Markup);
    }

    [Fact]
    public void StoragePage_LonghornForbidden_ShowsTheMissingRuleAndTheRest()
    {
        var rule = RbacRule.ToRead(ResourceTypes.LonghornNodes);
        Show(_state with { VolumeNodes = _state.VolumeNodes with { Status = new SourceStatus(SourcePhase.Forbidden, null, "forbidden") { MissingRule = rule } } });
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/storage?tab=disks");

        var page = _page.Render<StoragePage>();

        Assert.Contains("The portal may not read Longhorn disks", page.Markup);
        Assert.Contains("apiGroups: [longhorn.io]", page.Find("pre").TextContent);
    }

    [Fact]
    public void StoragePage_NoLonghorn_StillListsClaims()
    {
        var gone = SourceStatus.NotInstalled;
        Show(Whole with { Claims = Kind(Claim("cache", "p")), PersistentVolumes = Kind(Pinned("p", "cache", "node2")), Volumes = new(Whole.Volumes.Items, gone), VolumeReplicas = new(Whole.VolumeReplicas.Items, gone), VolumeNodes = new(Whole.VolumeNodes.Items, gone) });

        Assert.Contains("node2 only", Assert.Single(_page.Render<StoragePage>().FindAll("tbody tr")).TextContent);
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/storage?tab=disks");
        Assert.Contains("This cluster has no Longhorn disks", _page.Render<StoragePage>().Markup);
    }

    [Fact]
    public void StoragePage_Unreachable_KeepsRowsAndSaysWhy()
    {
        Show(_state);
        _live.PublishFault("10.0.0.200 does not answer.");

        var page = _page.Render<StoragePage>();

        Assert.Equal(2, page.FindAll(".stale-content tbody tr").Count);
        Assert.Contains("10.0.0.200 does not answer.", page.Markup);
    }

    [Fact]
    public void StoragePage_BeforeTheFirstLook_Loads() => Assert.NotEmpty(_page.Render<StoragePage>().FindAll(".skeleton"));

    [Fact]
    public void StoragePage_NoCluster_SaysHowToConnectOne()
    {
        _live.Publish(ClusterState.NotConnected("Set Kubernetes:Kubeconfig."));

        Assert.Contains("Set Kubernetes:Kubeconfig.", _page.Render<StoragePage>().Markup);
    }

    [Fact]
    public void ClaimPage_Claim_DrawsTheWayToItsReplicas()
    {
        Show(_state);

        var page = Claimed("downloads");

        Assert.Equal(["Used by", "Claim", "PersistentVolume", "Longhorn volume"], page.FindAll(".chain ol .kind").Select(kind => kind.TextContent));
        Assert.Equal("/cluster/nodes/node3", Assert.Single(page.FindAll(".chain ul a")).GetAttribute("href"));
        Assert.Contains("It has one replica, on node3.", page.Markup);
    }

    [Fact]
    public void ClaimPage_ReplicasCannotBeSeen_SaysSo()
    {
        Show(_state with { VolumeReplicas = ClusterKind<LonghornReplica>.Syncing });

        Assert.Contains("Longhorn's replicas cannot be seen now.", Claimed("config").Markup);
    }

    [Fact]
    public void ClaimPage_ClaimThatIsGone_SaysSo()
    {
        Show(_state);

        Assert.Contains("This claim is not there", Claimed("gone").Markup);
    }

    [Fact]
    public void NodePage_LastReplica_StandsUnderIfThisNodeGoes()
    {
        Show(_state);

        Assert.Contains("downloads", Noded("node3").Find("section[aria-label='If this node goes']").TextContent);
        Assert.Empty(Noded("node1").FindAll("section[aria-label='If this node goes']"));
    }

    [Fact]
    public void NodePage_LonghornOutOfSight_DoesNotClaimThatNothingHangsOnIt()
    {
        Show(_state with { VolumeReplicas = ClusterKind<LonghornReplica>.Syncing });

        Assert.Contains("cannot be said now", Noded("node3").Markup);
    }

    [Fact]
    public void NodePage_GpuNode_ShowsItsDeviceByName()
    {
        var node = Host("node4") is var host ? host with
        {
            Spec = new NodeSpec { Taints = [new Taint { Key = "gpu", Value = "amd", Effect = "NoSchedule" }] },
            Status = host.Status with { Allocatable = CompactMap<Quantity>.From([new("cpu", Quantity.Parse("4")), new("gpu.cowlab.org/dri", Quantity.Parse("2"))]) },
        } : null!;
        var pod = Pod("llm", Running(), node: "node4") is var made ? made with
        {
            Spec = made.Spec with { Containers = [new Container { Name = "app", Resources = new ContainerResources { Requests = CompactMap<Quantity>.From([new("gpu.cowlab.org/dri", Quantity.Parse("1"))]) } }] },
        } : null!;
        Show(_state with { Nodes = Kind(node), Pods = Kind(pod) });

        var page = Noded("node4");

        Assert.Contains("gpu=amd:NoSchedule", page.Markup);
        var device = page.FindAll("table[aria-label='Resources'] tbody tr").Single(row => row.TextContent.Contains("gpu.cowlab.org/dri", StringComparison.Ordinal));
        Assert.Contains("1 of 2", device.TextContent);
        Assert.Contains("gpu.cowlab.org/dri 2", _page.Render<NodesPage>().Find("tbody").TextContent);
    }

    private void Show(ClusterState state) => _live.Publish(state.WithRows());

    private IRenderedComponent<ClaimPage> Claimed(string name) => _page.Render<ClaimPage>(parameters => parameters.Add(page => page.Namespace, "media").Add(page => page.Name, name));

    private IRenderedComponent<NodePage> Noded(string name) => _page.Render<NodePage>(parameters => parameters.Add(page => page.Name, name));
}
