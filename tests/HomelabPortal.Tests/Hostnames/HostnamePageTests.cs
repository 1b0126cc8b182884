using System.Text.Json.Nodes;
using Bunit;
using HomelabPortal.Hostnames.Pages;
using HomelabPortal.Hostnames.Pages.Parts;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Hostnames;

public sealed class HostnamePageTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<HostnameState> _live;

    public HostnamePageTests()
    {
        _live = new Live<HostnameState>(HostnameState.Unread, _page.Clock);
        _page.Services.AddSingleton(_live);
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Page_BeforeTheFirstLook_IsLoading() =>
        Assert.NotEmpty(_page.Render<HostnamesPage>().FindAll("[aria-busy=true]"));

    [Fact]
    public void Page_Problem_SaysItsClassAndOffersTheMendingPage()
    {
        Publish("dangling");

        var row = _page.Render<HostnamesPage>().FindAll("tbody tr").Single(row => row.TextContent.Contains("old.cowlab.org", StringComparison.Ordinal));

        Assert.Contains("Dangling", row.TextContent);
        Assert.Equal("/dns/cowlab.org/r0", row.QuerySelector("a.mend")!.GetAttribute("href"));
    }

    [Fact]
    public void Page_InternetFilter_HasOnlyWhatIsReachedAndNoLoginFirst()
    {
        Publish("internet");

        var names = Show("internet").FindAll("tbody tr").Select(row => row.QuerySelector(".host")!.TextContent).ToList();

        Assert.Equal(["declared.cowlab.org", "open.cowlab.org"], names[..2]);
        Assert.DoesNotContain("norule.cowlab.org", names);
        Assert.Equal(4, names.Count);
    }

    [Fact]
    public void Page_NoProblem_SaysSo()
    {
        _live.Publish(new HostnameState([], []));

        Assert.Contains("Nothing needs you", Show("problems").Markup);
    }

    [Fact]
    public void Page_SourceThatCannotBeRead_IsNamedWithItsReason()
    {
        _live.Publish(new HostnameState([], [new SourceGap("DNS", null, "Cloudflare does not answer."), new SourceGap("Tunnels", null, "Cloudflare does not answer.")]));

        Assert.Contains("DNS, Tunnels: Cloudflare does not answer.", _page.Render<HostnamesPage>().Find(".gap").TextContent);
    }

    [Theory]
    [InlineData(false, "No such hostname")]
    [InlineData(true, "It cannot be told whether there is such a hostname")]
    public void Page_OfANameThatNothingNames_IsSureOnlyWhenEverythingWasRead(bool isGap, string said)
    {
        _live.Publish(new HostnameState([], isGap ? [new SourceGap("DNS", null, "Cloudflare does not answer.")] : []));

        Assert.Contains(said, _page.Render<HostnamePage>(page => page.Add(one => one.Name, "new.cowlab.org")).Markup);
    }

    [Fact]
    public void Page_HostnameWithMarkup_IsShownAsText()
    {
        _live.Publish(new HostnameState([new HostnameRow("<b>x</b>.org", HostnameClass.Outside, "<i>", HomelabPortal.Ui.State.HealthState.Off, HostReach.Elsewhere, HostLogin.NotNeeded)], []));

        Assert.Equal("<b>x</b>.org", _page.Render<HostnamesPage>().Find(".host").TextContent);
    }

    /// <summary>A connector ran with the token of another tunnel, and nothing showed which one served the route.</summary>
    [Theory]
    [InlineData("4f1c0a52-0000-4000-8000-00000000c0de", "4f1c0a52-0000-4000-8000-00000000c0de")]
    [InlineData(null, "None runs with the token of this tunnel.")]
    public void Ctic162_Route_ShowsItsTunnelAndTheConnectorsThatServeIt(string? connector, string shown)
    {
        var row = new HostnameRow("docs.cowlab.org", HostnameClass.Healthy, "", HomelabPortal.Ui.State.HealthState.Healthy, HostReach.Internet, HostLogin.NotNeeded)
        {
            Tunnel = [new TunnelPart(HostWorld.TunnelId, "home", 0, "docs.cowlab.org", "", "http://10.0.0.20", true, true, false, "this portal") { Connectors = connector is null ? [] : [connector] }],
        };

        var text = _page.Render<TunnelParts>(parameters => parameters.Add(part => part.Row, row)).Markup;

        Assert.Contains(HostWorld.TunnelId, text, StringComparison.Ordinal);
        Assert.Contains(shown, text, StringComparison.Ordinal);
    }

    private IRenderedComponent<HostnamesPage> Show(string filter)
    {
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo($"/hostnames?show={filter}");
        return _page.Render<HostnamesPage>();
    }

    private void Publish(string golden)
    {
        var file = Path.Combine(Path.GetDirectoryName(GoldenCase.ThisFile())!, "Golden", golden, "world.json");
        _live.Publish(new HostnameState(HostnameTable.Of(HostWorld.Read(JsonNode.Parse(File.ReadAllText(file))!.AsObject())), []));
    }
}
