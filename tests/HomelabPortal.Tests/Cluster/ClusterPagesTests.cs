using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster;

public sealed class ClusterPagesTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _live;

    public ClusterPagesTests()
    {
        _live = new Live<ClusterState>(ClusterState.Connecting, _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(new Live<OwnRights>(OwnRights.Unknown, _page.Clock));
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void PodsPage_Pods_HaveARowEachWithAddressStateAndRestarts()
    {
        Show(Pods(Pod("web", Running()), CrashLooping("jellyseerr")));

        var page = _page.Render<PodsPage>();

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        var crashing = page.FindAll("tbody tr")[0].TextContent;
        Assert.Contains("jellyseerr", crashing);
        Assert.Contains("CrashLoopBackOff", crashing);
        Assert.Contains("14", crashing);
        Assert.Contains("10.42.1.7", crashing);
        Assert.Equal("/cluster/pods/media/jellyseerr", page.Find("a.row-link").GetAttribute("href"));
        Assert.Contains("2 on 1 node, 1 broken", page.Find(".page-head").TextContent);
    }

    [Fact]
    public void PodsPage_FilterInTheAddress_ShowsWhatMatches()
    {
        Show(Pods(Pod("web", Running()), Pod("db", Running())));
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/pods?q=web");

        Assert.Contains("web", Assert.Single(_page.Render<PodsPage>().FindAll("tbody tr")).TextContent);
    }

    [Fact]
    public void PodsPage_PodChanges_RowFollows()
    {
        Show(Pods(Pod("web", Running())));
        var page = _page.Render<PodsPage>();

        _page.Clock.Advance(TimeSpan.FromSeconds(1));
        Show(Pods(CrashLooping("web")));

        page.WaitForAssertion(() => Assert.Contains("CrashLoopBackOff", page.Find("tbody").TextContent));
    }

    [Fact]
    public void PodsPage_BeforeTheFirstLook_Loads() => Assert.NotEmpty(_page.Render<PodsPage>().FindAll(".skeleton"));

    [Fact]
    public void PodsPage_NoPods_SaysSo()
    {
        Show(Pods());

        Assert.Contains("No pods", _page.Render<PodsPage>().Markup);
    }

    [Fact]
    public void PodsPage_ServerUnreachable_KeepsRowsAndSaysWhy()
    {
        Show(Pods(Pod("web", Running())));
        _live.PublishFault("10.0.0.200 does not answer.");

        var page = _page.Render<PodsPage>();

        Assert.Single(page.FindAll(".stale-content tbody tr"));
        Assert.Contains("10.0.0.200 does not answer.", page.Markup);
    }

    [Fact]
    public void PodsPage_NoCluster_SaysHowToConnectOne()
    {
        _live.Publish(ClusterState.NotConnected("Set Kubernetes:Kubeconfig."));

        Assert.Contains("Set Kubernetes:Kubeconfig.", _page.Render<PodsPage>().Markup);
    }

    [Fact]
    public void NodesPage_Nodes_HaveStateAndLoad()
    {
        Show(new ClusterState { IsConnected = true, Nodes = Kind(Node("node1"), Node("node2", "Unknown")), Pods = Kind(Pod("web", Running())) });

        var rows = _page.Render<NodesPage>().FindAll("tbody tr");

        Assert.Contains("Ready", rows[0].TextContent);
        Assert.Contains("Unknown", rows[1].TextContent);
        Assert.DoesNotContain("state-healthy", rows[1].QuerySelector(".badge")!.ClassName);
    }

    [Fact]
    public void PodPage_CrashingPod_NamesOwnerReasonAndContainer()
    {
        Show(Pods(CrashLooping("jellyseerr", "jellyseerr-7d9f")));

        var page = _page.Render<PodPage>(parameters => parameters.Add(pod => pod.Namespace, "media").Add(pod => pod.Name, "jellyseerr"));

        Assert.Contains("Exit code 1, 14 restarts in 20 minutes.", page.Find(".page-head").TextContent);
        Assert.Contains("ReplicaSet jellyseerr-7d9f", page.Markup);
        Assert.Contains("ghcr.io/example/app:1.0", page.Find("article").TextContent);
    }

    [Fact]
    public void PodPage_PodThatIsGone_SaysSo()
    {
        Show(Pods(Pod("web", Running())));

        var page = _page.Render<PodPage>(parameters => parameters.Add(pod => pod.Namespace, "media").Add(pod => pod.Name, "gone"));

        Assert.Contains("This pod is not there", page.Markup);
    }

    [Fact]
    public void NodePage_Node_ListsItsPodsOnly()
    {
        Show(new ClusterState { IsConnected = true, Nodes = Kind(Node("node1")), Pods = Kind(Pod("here", Running()), Pod("there", Running(), node: "node2")) });

        var page = _page.Render<NodePage>(parameters => parameters.Add(node => node.Name, "node1"));

        Assert.Contains("here", Assert.Single(page.FindAll("table[aria-label=Pods] tbody tr")).TextContent);
    }

    private static ClusterState Pods(params HomelabPortal.Kubernetes.Pod[] pods) => new() { IsConnected = true, Pods = Kind(pods), Nodes = Kind(Node("node1")) };

    private void Show(ClusterState state) => _live.Publish(state.WithRows());
}
