using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Services;

public sealed class ServicePagesTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _live;
    private readonly Live<ServiceRoutes> _routes;
    private readonly Live<ApiAddressState> _api;

    public ServicePagesTests()
    {
        _live = new Live<ClusterState>(ClusterState.Connecting, _page.Clock);
        _routes = new Live<ServiceRoutes>(ServiceRoutes.None, _page.Clock);
        _api = new Live<ApiAddressState>(ApiAddressState.Unknown, _page.Clock);
        _page.Services.AddSingleton(_live).AddSingleton(_routes).AddSingleton(_api);
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void ServicesPage_Service_HasItsAddressReadinessAndHostname()
    {
        Show(State());

        var row = _page.Render<ServicesPage>().Find("tbody tr");

        Assert.Equal("/cluster/services/media/web", row.QuerySelector("a.row-link")!.GetAttribute("href"));
        Assert.Contains("10.0.0.81", row.TextContent);
        Assert.Contains("1/1", row.TextContent);
        Assert.Contains("web.cowlab.org", row.TextContent);
    }

    [Fact]
    public void ServicesPage_BeforeTheFirstLook_Loads() => Assert.NotEmpty(_page.Render<ServicesPage>().FindAll(".skeleton"));

    [Fact]
    public void ServicesPage_ServerUnreachable_KeepsRowsAndSaysWhy()
    {
        Show(State());
        _live.PublishFault("10.0.0.200 does not answer.");

        var page = _page.Render<ServicesPage>();

        Assert.Contains("10.0.0.200 does not answer.", page.Markup);
        Assert.NotEmpty(page.FindAll("table.stale-content tbody tr"));
    }

    [Fact]
    public void ServicePage_Service_ShowsEndpointsPodsPortsAndRoutes()
    {
        Show(State());

        var page = Open("web");

        Assert.Equal("/cluster/pods/media/web-1", page.Find("section[aria-label=Endpoints] a.row-link").GetAttribute("href"));
        Assert.Contains("Ready", page.Find("section[aria-label=Endpoints] tbody").TextContent);
        Assert.Contains("web-1", page.Find("section[aria-label=Pods]").TextContent);
        Assert.Contains("80/TCP", page.Find("section[aria-label=Ports]").TextContent);
        Assert.Equal("/cluster/ingress/ingressroutes/media/web", page.Find("section[aria-label=Routes] a").GetAttribute("href"));
        Assert.Contains("app=web", page.Find("section[aria-label=Facts]").TextContent);
    }

    [Fact]
    public void ServicePage_SelectsNothing_SaysWhatToDo()
    {
        Show(State() with { EndpointSlices = Kind<EndpointSlice>(), Pods = Kind<Pod>() });

        var findings = Open("web").Find("section[aria-label=Findings]").TextContent;

        Assert.Contains("selector.none", findings);
        Assert.Contains("Correct the selector", findings);
    }

    [Fact]
    public void ServicePage_ServiceThatIsGone_OffersTheOthers()
    {
        Show(State());

        Assert.Contains("media has no service gone now.", Open("gone").Markup);
    }

    [Fact]
    public void LoadBalancerTab_PoolAndHolder_SayWhoHoldsWhat()
    {
        _api.Publish(new ApiAddressState(
            new VipLease("kube-system/plndr-cp-lock", "node0", Now.AddDays(-3), _page.Clock.GetUtcNow(), _page.Clock.GetUtcNow(), TimeSpan.FromSeconds(15), 4), SourceStatus.Live,
            [new HolderChange(Now.AddMinutes(-5), "node1", "node0")], new ProbeResult("10.0.0.200:6443", Now, null, "10.0.0.200:6443 did not answer within 3 seconds.")));
        Show(State());
        OnLoadBalancer();

        var page = _page.Render<ServicesPage>();

        var api = page.Find("section[aria-label='API address']").TextContent;
        Assert.Contains("node0", api);
        Assert.Contains("node1 → node0", api);
        Assert.Contains("10.0.0.200:6443 did not answer within 3 seconds.", api);
        Assert.Contains("1 of 20 used", page.Find("section[aria-label='Address pools']").TextContent);
        Assert.Contains("media/web", page.Find("section[aria-label=Addresses]").TextContent);
    }

    [Fact]
    public void LoadBalancerTab_NoMetalLb_IsACardThatSaysSo()
    {
        Show(State() with { AddressPools = ClusterKind<IpAddressPool>.Syncing with { Status = SourceStatus.NotInstalled } });
        OnLoadBalancer();

        Assert.Contains("This cluster has no MetalLB address pools", _page.Render<ServicesPage>().Markup);
    }

    private void OnLoadBalancer() => _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/services?tab=load-balancer");

    private IRenderedComponent<ServicePage> Open(string name) => _page.Render<ServicePage>(page => page.Add(self => self.Namespace, "media").Add(self => self.Name, name));

    private void Show(ClusterState state)
    {
        _routes.Publish(new ServiceRoutes(new Dictionary<string, ValueList<ServiceRoute>>
        {
            ["media/web"] = [new ServiceRoute("web.cowlab.org", "IngressRoute", "media/web", "/cluster/ingress/ingressroutes/media/web", new Verdict(HealthState.Healthy, "Healthy"), "https://web.cowlab.org/")],
        }));
        state = state.WithRows();
        var table = new ServiceTable();
        table.Update(state, Now);
        state = state with { ServiceRows = table.Rows };
        _live.Publish(state with { LoadBalancer = LoadBalancerReader.Read(state) });
    }

    private static ClusterState State()
    {
        var labels = CompactMap<string>.From([new("app", "web")]);
        var pod = Pod("web-1", Running());
        return new ClusterState
        {
            IsConnected = true, Pods = Kind(pod with { Metadata = pod.Metadata with { Labels = labels } }),
            Services = Kind(new Service
            {
                Metadata = Meta("web"), Spec = new ServiceSpec { Type = "LoadBalancer", ClusterIp = "10.43.0.9", ExternalIps = [], Selector = labels, Ports = [new ServicePort { Name = "http", Port = 80 }] },
                Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerAddress { Ip = "10.0.0.81" }] } },
            }),
            EndpointSlices = Kind(new EndpointSlice
            {
                Metadata = Meta("web-abc", "media", ("kubernetes.io/service-name", "web")), Ports = [new EndpointPort { Name = "http", Port = 8080 }],
                Endpoints = [new HomelabPortal.Kubernetes.Endpoint { Addresses = ["10.42.0.1"], NodeName = "node1", TargetRef = new ObjectReference { Kind = "Pod", Name = "web-1" } }],
            }),
            AddressPools = Kind(new IpAddressPool { Metadata = Meta("lan", "metallb-system"), Spec = new IpAddressPoolSpec { Addresses = ["10.0.0.80-10.0.0.99"] } }),
            L2Advertisements = Kind(new L2Advertisement { Metadata = Meta("lan", "metallb-system") }), BgpAdvertisements = Kind<BgpAdvertisement>(), L2Statuses = Kind<ServiceL2Status>(),
        };
    }
}
