using Bunit;
using HomelabPortal.Apps;
using HomelabPortal.Apps.Favourites;
using HomelabPortal.Apps.Pages;
using HomelabPortal.Checks;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Apps;

public sealed class AppsPageTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly PortalDatabase _database = new();
    private readonly Live<AppState> _live;
    private readonly Live<ChecksState> _checks;

    public AppsPageTests()
    {
        using (var context = _database.CreateDbContext())
            context.Database.Migrate();
        _live = new Live<AppState>(AppState.Unread, _page.Clock);
        _page.Services.AddSingleton(_live);
        _page.Services.AddSingleton(_checks = new Live<ChecksState>(ChecksState.Empty, _page.Clock));
        _page.Services.AddSingleton(new FavouriteBook(_database, _database.Writer));
    }

    public void Dispose()
    {
        _page.Dispose();
        _database.Dispose();
    }

    [Fact]
    public void Page_BeforeTheFirstLook_IsLoading() => Assert.NotEmpty(Show().FindAll("[aria-busy=true]"));

    [Fact]
    public void Page_WithoutAnApp_OffersToExposeAService()
    {
        _live.Publish(AppState.Unread);

        Assert.Equal("/exposures/new", Show().Find(".empty a.button").GetAttribute("href"));
    }

    [Fact]
    public void Tile_OpensItsAppInATabThatCannotReachBack()
    {
        Publish();

        var link = Show().FindAll("a.open").Single(link => link.TextContent.Contains("Sonarr", StringComparison.Ordinal));

        Assert.Equal(("https://sonarr.cowlab.org/", "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Fact]
    public void Tile_OfAnAppThatIsChecked_DrawsHowFastItAnswered()
    {
        _checks.Publish(new ChecksState([new CheckSummary("lan:sonarr.cowlab.org", "sonarr.cowlab.org", "Exposures", CheckKind.Lan, "https://sonarr.cowlab.org/") { IsDerived = true, Host = "sonarr.cowlab.org", Latency = [12, null, 14] }]));
        Publish();

        Assert.Equal("Latency of the last answers of Sonarr", Assert.Single(Show().FindAll(".times svg")).GetAttribute("aria-label"));
    }

    [Fact]
    public void Tile_OfABrokenApp_SaysWhyAndLeadsThere()
    {
        Publish();

        var state = Show().Find("a.state-broken");

        Assert.Contains("Broken. No endpoint is ready", state.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("/cluster/services/media/jellyseerr", state.GetAttribute("href"));
    }

    [Theory]
    [InlineData("son", "Sonarr")]
    [InlineData("media requests", "Jellyseerr")]
    [InlineData("CHAT.", "Open WebUI")]
    public void Search_WhatIsTyped_LeavesWhatMatchesEveryWord(string text, string expected)
    {
        Publish();
        var page = Show();

        page.Find("input[type=search]").Input(text);

        Assert.Equal([expected], page.FindAll("a.open .words b").Select(name => name.TextContent));
    }

    [Fact]
    public void Search_Entered_OpensTheFirst()
    {
        Publish();
        var page = Show();
        page.Find("input[type=search]").Input("webui");

        page.Find("form[role=search]").Submit();

        Assert.Equal("https://chat.cowlab.org/", _page.Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public void Search_WithoutAHit_SaysWhatWasSearched()
    {
        Publish();
        var page = Show();

        page.Find("input[type=search]").Input("nothing like it");

        Assert.Contains("No app matches “nothing like it”", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Favourite_Marked_IsOnTopAlsoNextTime()
    {
        Publish();
        var page = Show();

        page.FindAll("button.star").Single(star => star.GetAttribute("aria-label")!.StartsWith("Sonarr", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(["Favourites", "AI", "Media"], page.FindAll("section h2").Select(heading => heading.TextContent)));
        var again = Show();
        again.WaitForAssertion(() => Assert.Equal(["Favourites", "AI", "Media"], again.FindAll("section h2").Select(heading => heading.TextContent)));
    }

    [Fact]
    public void Page_WithTwoTilesOfOneOrigin_ShowsBoth()
    {
        var app = App("Switch", "switch", "House", HealthState.Healthy, "");
        _live.Publish(new AppState([new AppGroup("House", [app, app with { Href = "https://10.0.0.3/" }])], [], []));
        var page = Show();

        _live.Publish(new AppState([new AppGroup("House", [App("Router", "router", "House", HealthState.Healthy, ""), app, app with { Href = "https://10.0.0.3/" }])], [], []));
        _page.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("a.open").Count));
    }

    [Fact]
    public void Page_WithAGroupCalledLikeTheFavourites_ShowsBoth()
    {
        _live.Publish(new AppState([new AppGroup("AI", [App("Chat", "chat", "AI", HealthState.Healthy, "")]), new AppGroup("Favourites", [App("Router", "router", "Favourites", HealthState.Healthy, "")])], [], []));
        var page = Show();

        page.FindAll("button.star")[0].Click();

        page.WaitForAssertion(() => Assert.Equal(["Favourites", "Favourites"], page.FindAll("section h2").Select(heading => heading.TextContent)));
    }

    [Fact]
    public void Page_WithSomethingLeftOut_LeadsToTheReasons()
    {
        _live.Publish(new AppState([], [new HiddenApp("Ingress default/whoami", null, "It hides.", "Show it.")], []));

        Assert.Equal("/apps/hidden", Show().Find(".page-head .end a").GetAttribute("href"));
        Assert.Contains("It hides.", _page.Render<HiddenAppsPage>().Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithASourceAway_SaysSoAboveTheTiles()
    {
        Publish([new SourceGap("gpu-box", null, "It does not answer.")]);

        Assert.Contains("It does not answer.", Show().Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<AppsPage> Show() => _page.Render<AppsPage>();

    private void Publish(params SourceGap[] gaps) => _live.Publish(new AppState(
    [
        new AppGroup("AI", [App("Open WebUI", "chat", "AI", HealthState.Healthy, "1 of 1 ready")]),
        new AppGroup("Media", [App("Jellyseerr", "jellyseerr", "Media", HealthState.Broken, "No endpoint is ready") with { Description = "Requests" }, App("Sonarr", "sonarr", "Media", HealthState.Healthy, "1 of 1 ready")]),
    ],
        [],
        [.. gaps]));

    private static LabApp App(string name, string host, string group, HealthState state, string words) => new($"IngressRoute:media/{host}", name, group, $"https://{host}.cowlab.org/", 0)
    {
        Checks = [new AppCheck(AppCheckKind.Workload, state, words, $"/cluster/services/media/{host}")],
    };
}
