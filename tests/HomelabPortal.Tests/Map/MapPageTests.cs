using Bunit;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Map.Pages;
using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Map;

public sealed class MapPageTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<MapState> _live;

    public MapPageTests()
    {
        _live = new Live<MapState>(MapState.Unread, _page.Clock);
        _page.Services.AddSingleton(_live);
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Page_BeforeTheFirstLook_IsLoading() => Assert.NotEmpty(_page.Render<MapPage>().FindAll("[aria-busy=true]"));

    [Fact]
    public void Page_OfALabWithNothing_SaysWhatToConnect()
    {
        _live.Publish(MapReader.Of(new MapFacts()));

        Assert.Contains("Connect a cluster", _page.Render<MapPage>().Find(".card").TextContent);
    }

    [Fact]
    public void Picture_OfAThing_SaysWhatItIsAndOpensItsPage()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));

        var pod = _page.Render<MapPage>().Find("a[href='/cluster/pods/media/tv-0']");

        Assert.StartsWith("Pod tv-0 of media: Healthy.", pod.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.EndsWith(Tv, pod.GetAttribute("data-say"), StringComparison.Ordinal);
    }

    /// <summary>What the script lights up for a hostname is everything that it passes, and nothing else.</summary>
    [Fact]
    public void Picture_OfAHostname_SharesItsNumberWithWhatItPasses()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));
        var page = _page.Render<MapPage>();
        var number = page.Find($"svg a[href='/hostnames/{Tv}']").GetAttribute("data-on")!;

        var lit = page.FindAll("svg a[data-on]").Where(thing => thing.GetAttribute("data-on")!.Split(' ').Contains(number)).Select(thing => thing.GetAttribute("href"));

        Assert.Contains("/cluster/services/media/tv", lit);
        Assert.Contains("/cluster/storage/media/tv-data", lit);
        Assert.DoesNotContain("/cluster/services/media/books", lit);
        Assert.Equal(6, page.FindAll("svg .line").Count(line => line.GetAttribute("data-on")?.Split(' ').Contains(number) == true));
    }

    [Fact]
    public void List_OfALab_HoldsTheSameThingsWithTheirWays()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));

        var list = Show("/map?view=list");

        Assert.Empty(list.FindAll("svg[data-map-svg]"));
        Assert.Contains("Internet → home → Traefik → media/tv", list.Find("[aria-label='The map as text']").TextContent);
        Assert.All(list.FindAll("[aria-label='The map as text'] a"), link => Assert.False(link.HasAttribute("tabindex")));
    }

    /// <summary>Whoever hears the map finds its text beside the picture; whoever sees it is not led through that by the Tab key.</summary>
    [Fact]
    public void Picture_BesideIt_HasTheTextForThoseWhoHear()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));

        var text = _page.Render<MapPage>().Find("[aria-label='The map as text']");

        Assert.Contains("visually-hidden", text.ClassName);
        Assert.All(text.QuerySelectorAll("a"), link => Assert.Equal("-1", link.GetAttribute("tabindex")));
    }

    [Fact]
    public void Page_WithASourceThatIsAway_SaysSoAndShowsNothingGreenOfIt()
    {
        _live.Publish(MapWorld.Read(new TraceWorld { ClusterFault = "The cluster does not answer." }) with { Gaps = [new SourceGap("Cluster", SeenAt, "The cluster does not answer.")] });

        var page = _page.Render<MapPage>();

        Assert.Contains("The cluster does not answer.", page.Find(".gap").TextContent);
        Assert.Contains("state-unknown", page.Find("svg a[href='/cluster/pods/media/tv-0']").ClassName);
        Assert.Contains("seen", page.Find("svg a[href='/cluster/ingress']").TextContent);
    }

    /// <summary>Where requests went when it was last seen is known, and what stands there is not.</summary>
    [Fact]
    public void Way_BehindAClusterThatIsAway_IsTheLastKnownOne()
    {
        var away = MapWorld.Read(new TraceWorld { ClusterFault = "The cluster does not answer." });

        Assert.Equal(MapWorld.Read(new TraceWorld()).Path(Tv).Legs, away.Path(Tv).Legs);
        Assert.All(away.Panels.SelectMany(panel => panel.Things).Where(thing => thing.Kind is MapKind.Service or MapKind.Pod), thing => Assert.Equal(HealthState.Unknown, thing.State));
    }

    [Fact]
    public void Head_WithoutTheCluster_CountsWhatIsUnknownAndCallsNothingWhole()
    {
        _live.Publish(MapWorld.Read(new TraceWorld { ClusterFault = "The cluster does not answer." }));

        var head = _page.Render<MapPage>().Find(".page-head p").TextContent;

        Assert.Contains("unknown", head, StringComparison.Ordinal);
        Assert.DoesNotContain("none broken", head, StringComparison.Ordinal);
    }

    [Fact]
    public void Fold_OfANode_LeadsToItsPodsByName()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));

        var fold = _page.Render<MapPage>().Find("a[aria-label='node1: show its 2 by name']");

        Assert.Contains("names=node%3Anode1", fold.GetAttribute("href"));
        Assert.Contains(Show("/map?names=node%3Anode1").FindAll("svg text"), text => text.TextContent == "books-0");
    }

    [Fact]
    public void Save_OfWhatIsFolded_AsksForTheSamePicture()
    {
        _live.Publish(MapWorld.Read(new TraceWorld()));

        var save = Show("/map?names=node%3Anode1").Find("a[download]");

        Assert.Equal("/api/v1/map/picture?names=node%3Anode1", save.GetAttribute("href"));
    }

    private IRenderedComponent<MapPage> Show(string address)
    {
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _page.Render<MapPage>();
    }
}
