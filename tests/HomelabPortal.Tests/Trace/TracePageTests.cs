using System.Collections.Immutable;
using Bunit;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Trace.Pages;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

public sealed class TracePageTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<TraceState> _live;

    public TracePageTests()
    {
        _live = new Live<TraceState>(TraceState.Unread, _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(new Live<TraceProbeState>(TraceProbeState.Empty, _page.Clock));
        _page.Services.AddSingleton(new TraceProbeActs(null!, null!));
        // Only names that are known are asked for here.
        _page.Services.AddSingleton(new TraceDesk(null!, _live));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Page_BeforeTheFirstLook_IsLoading() => Assert.NotEmpty(_page.Render<TracePage>().FindAll("[aria-busy=true]"));

    [Fact]
    public void Page_WithoutAName_ListsWhatNeedsSomebodyFirst()
    {
        Publish(new TraceWorld().Trace(Books), Faulty("6 pod: keeps crashing"));

        var page = _page.Render<TracePage>();

        Assert.Equal([Tv, Books], page.FindAll("tbody .host").Select(host => host.TextContent));
        Assert.Equal([Books, Tv], page.FindAll("#known-hosts option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public void Page_BrokenName_SaysWhereWhyAndWhatToDo()
    {
        Publish(Faulty("2a tunnel: a rule above takes everything"));

        var page = Show(Tv);

        var verdict = page.Find("[aria-label=Verdict]").TextContent;
        Assert.Contains("It ends at the tunnel.", verdict);
        Assert.Contains("Put its rule above the wider one.", verdict);
        Assert.Equal("/tunnels/11111111-2222-3333-4444-555555555555", page.Find("[aria-label=Verdict] a.primary").GetAttribute("href"));
    }

    [Fact]
    public void Page_BrokenName_UnfoldsTheFaultAlone()
    {
        Publish(Faulty("2a tunnel: a rule above takes everything"));

        var open = Assert.Single(Show(Tv).FindAll("details[open]"));

        Assert.Contains("tunnel.rule.unreachable", open.TextContent);
        Assert.Contains("cloudflared tunnel info home", open.QuerySelector(".command code")!.TextContent);
        Assert.Equal("cloudflared tunnel info home", open.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public void Page_HealthyName_FoldsEverythingAndOffersTheLink()
    {
        Publish(new TraceWorld().Trace(Tv));

        var page = Show(Tv);

        Assert.Empty(page.FindAll("details[open]"));
        Assert.EndsWith($"/trace/{Tv}", page.Find(".share [data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll("section[aria-label='Through the tunnel'] .station").Count);
    }

    /// <summary>The way in the house has a station of its own, and shares the rest.</summary>
    [Fact]
    public void Page_SecondWay_SaysWhereItJoinsTheFirst()
    {
        Publish(new TraceWorld().Trace(Tv));

        var house = Show(Tv).Find("section[aria-label='In the house']");

        Assert.Single(house.QuerySelectorAll(".station"));
        Assert.Contains("From Traefik on, it goes the same way", house.TextContent);
    }

    [Fact]
    public void Page_UnknownStation_HasItsAgeAndIsNotGreen()
    {
        Publish((new TraceWorld { DnsFault = "Cloudflare does not answer." }).Trace(Books));

        var badge = Show(Books).Find(".station .badge");

        Assert.Contains("state-unknown", badge.ClassName);
        Assert.Contains("seen", badge.TextContent);
    }

    [Fact]
    public void Page_NameThatGotThroughBefore_SaysWhenAndWhatChanged()
    {
        _live.Publish(new TraceState(ImmutableDictionary<string, TracedName>.Empty.Add(Tv, new TracedName(Faulty("6 pod: keeps crashing"), new LastGood(_page.Clock.GetUtcNow(), ["Pods: was healthy, is broken."])))));

        Assert.Contains("Pods: was healthy, is broken.", Show(Tv).Find(".since").TextContent);
    }

    [Theory]
    [InlineData("tv.cowlab.org", "/trace/tv.cowlab.org")]
    [InlineData(" https://TV.cowlab.org/web?x=1 ", "/trace/tv.cowlab.org")]
    [InlineData("tv.cowlab.org/web", "/trace/tv.cowlab.org")]
    public void Page_TypedName_OpensItsTrace(string typed, string address)
    {
        var page = _page.Render<TracePage>();
        page.Find("#host").Change(typed);

        page.Find("form").Submit();

        Assert.EndsWith(address, _page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a name")]
    [InlineData("<script>")]
    public void Page_WhatIsNoName_IsSaidAtTheField(string typed)
    {
        var page = _page.Render<TracePage>();
        page.Find("#host").Change(typed);

        page.Find("form").Submit();

        Assert.NotEmpty(page.Find("#host-error").TextContent);
    }

    private static TraceReport Faulty(string fault) => TraceFaults.Proof[fault].Inject(new TraceWorld()).Trace(TraceFaults.Proof[fault].Host);

    private void Publish(params TraceReport[] reports) => _live.Publish(new TraceState(reports.ToImmutableDictionary(report => report.Host, report => new TracedName(report, null))));

    private IRenderedComponent<TracePage> Show(string host) => _page.Render<TracePage>(page => page.Add(one => one.Hostname, host));
}
