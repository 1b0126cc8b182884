using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Reading.Pages;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Ingress;

public sealed class IngressPageTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<IngressState> _live;
    private readonly Live<ClusterState> _cluster;

    public IngressPageTests()
    {
        _live = new Live<IngressState>(IngressState.Connecting, _page.Clock);
        _cluster = new Live<ClusterState>(ClusterState.NotConnected("No cluster is connected."), _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(_cluster);
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Page_Route_LinksItsHostnameAndSaysWhatIsMissing()
    {
        _live.Publish(IngressReader.Read(Routes("Host(`web.cowlab.org`) && PathPrefix(`/api`)"), IngressState.Connecting, new IngressOptions(), Now));

        var page = _page.Render<IngressPage>();

        Assert.Equal("/cluster/ingress/ingressroutes/media/web", page.Find("a.row-link").GetAttribute("href"));
        var link = page.Find("tbody a[target=_blank]");
        Assert.Equal("https://web.cowlab.org/api/", link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
        Assert.Contains("/api/…", page.Find("tbody").TextContent);
        Assert.Contains("There is no Service web in namespace media.", page.Find("tbody .badge").GetAttribute("title"));
        Assert.Contains("1 hostname on 1 route, 1 in trouble", page.Find(".page-head").TextContent);
    }

    /// <summary>What cannot be judged is neither in trouble nor well.</summary>
    [Fact]
    public void Page_RoutesThatCannotBeJudged_AreCountedAsUnknown()
    {
        var (well, unknown) = (HostWorld.Route("media/a", "Host(`a.cowlab.org`)"), new Verdict(HealthState.Unknown, "Unknown"));
        _live.Publish(new IngressState(true, null, [well, HostWorld.Route("media/b", "Host(`b.cowlab.org`)") with { Health = unknown }], SourceStatus.Live));

        Assert.Contains("2 hostnames on 2 routes, 1 unknown", _page.Render<IngressPage>().Find(".page-head").TextContent);
    }

    [Fact]
    public void Page_RuleThatCannotBeRead_IsShownAsText()
    {
        _live.Publish(IngressReader.Read(Routes("Host(<script>"), IngressState.Connecting, new IngressOptions(), Now));

        Assert.Equal("Host(<script>", _page.Render<IngressPage>().Find("tbody code").TextContent);
    }

    [Fact]
    public void Page_NoTraefik_SaysSoWithTheNextStep()
    {
        var none = Routes("Host(`a.b`)") with { IngressRoutes = ClusterKind<IngressRoute>.Syncing with { Status = SourceStatus.NotInstalled } };
        _live.Publish(IngressReader.Read(none, IngressState.Connecting, new IngressOptions(), Now));

        var page = _page.Render<IngressPage>();

        Assert.Contains("Traefik is not installed in this cluster", page.Markup);
        Assert.Contains("Expose a service", page.Find("a.button").TextContent);
    }

    [Fact]
    public void Page_RoutesForbidden_SaysWhyInsteadOfNothing()
    {
        var forbidden = Routes("Host(`a.b`)") with { IngressRoutes = ClusterKind<IngressRoute>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden, null, "Could not list ingressroutes: forbidden.") } };
        _live.Publish(IngressReader.Read(forbidden, IngressState.Connecting, new IngressOptions(), Now));

        Assert.Contains("Could not list ingressroutes: forbidden.", _page.Render<IngressPage>().Markup);
    }

    /// <summary>What was seen to be well is not said to be so now.</summary>
    [Fact]
    public void RoutePage_OfAClusterThatIsAway_SaysItsStateWithoutColourAndWithItsAge()
    {
        _live.Publish(IngressReader.Read(Routes("Host(`web.cowlab.org`)"), IngressState.Connecting, new IngressOptions(), Now));
        _cluster.Publish(new ClusterState { IsConnected = true });
        _cluster.PublishFault("It does not answer.");

        var badge = Open("ingressroutes", "web").Find(".page-head .badge");

        Assert.Contains("stale-content", badge.ClassName, StringComparison.Ordinal);
        Assert.Contains("seen", badge.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void RoutePage_Route_SaysWhatItTakesWhereToAndWhatIsWrong()
    {
        _live.Publish(IngressReader.Read(Routes("Host(`web.cowlab.org`) && PathPrefix(`/api`)"), IngressState.Connecting, new IngressOptions(), Now));

        var page = Open("ingressroutes", "web");

        Assert.Contains("Requests for web.cowlab.org under /api", page.Markup);
        Assert.Contains("service.missing", page.Find("section[aria-label=Findings]").TextContent);
        Assert.Contains("Correct the name in the route, or make the Service.", page.Find("section[aria-label=Findings]").TextContent);
        Assert.Contains("media/web:80", page.Find("section[aria-label=Rules]").TextContent);
    }

    [Fact]
    public void RoutePage_RouteThatIsGone_OffersTheOthers()
    {
        _live.Publish(IngressReader.Read(Routes("Host(`a.b`)"), IngressState.Connecting, new IngressOptions(), Now));

        Assert.Contains("media has no IngressRoute gone now.", Open("ingressroutes", "gone").Markup);
    }

    private IRenderedComponent<RoutePage> Open(string plural, string name) =>
        _page.Render<RoutePage>(page => page.Add(self => self.Plural, plural).Add(self => self.Namespace, "media").Add(self => self.Name, name));

    private static ClusterState Routes(string match) => new()
    {
        IsConnected = true, Services = Kind<Service>(), EndpointSlices = Kind<EndpointSlice>(), Middlewares = Kind<Middleware>(),
        IngressRoutes = Kind(new IngressRoute
        {
            Metadata = Meta("web"),
            Spec = new IngressRouteSpec
            {
                EntryPoints = ["websecure"],
                Routes = [new IngressRouteRule { Match = match, Services = [new IngressRouteService { Name = "web", Port = new IntOrString(80) }] }],
            },
        }),
    };
}
