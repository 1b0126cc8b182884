using System.Collections.Immutable;
using Bunit;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Pages;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Tunnels.Pages;

public sealed class TunnelPagesTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly LiveTunnel _home = TunnelPagesLab.Home;

    [Fact]
    public async Task Tunnels_EachOfThem_SaysItsStateAndHowItsRoutesAreKept()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(
            _home with { Connectors = [new LiveConnector("c1", 7) { Version = "2026.10.0" }, new LiveConnector("c2", 6)] },
            _home with { Id = "b", Name = "barn", Status = "inactive", Connectors = [] },
            _home with { Id = "c", Name = "cabin", Status = "down", IsRemotelyManaged = false });

        var rows = lab.Open<TunnelsPage>("/tunnels").FindAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Equal(3, rows.Count);
        AssertSays(rows[0], "barn", "Never run", "None");
        AssertSays(rows[1], "cabin", "Down", "In a file");
        AssertSays(rows[2], "home", "exposures go through it", "Healthy", "2 connectors", "Version 7, 1 behind");
    }

    [Fact]
    public async Task Tunnels_None_NameTheNextStep()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish();

        var page = lab.Open<TunnelsPage>("/tunnels");

        Assert.Contains("No tunnel in this account yet", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll("a").Where(link => link.TextContent.Trim() == "New tunnel"), link => Assert.Equal("/tunnels/new", link.GetAttribute("href")));
    }

    [Fact]
    public async Task Tunnels_ThatCannotBeSeen_KeepTheirRowsAndSayWhy()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home);
        lab.Tunnels.PublishFault("Cloudflare does not answer.");

        var page = lab.Open<TunnelsPage>("/tunnels");

        Assert.Contains("home", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Cloudflare does not answer.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnel_InAFile_SaysWhereItsRoutesAreAndHasNoRules()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home with { IsRemotelyManaged = false });

        var page = Tunnel(lab);

        Assert.Contains("from a file beside its connector", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Connectors", "Names"], Tabs(page));
    }

    [Fact]
    public async Task Tunnel_ThatIsGone_SaysSo()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish();

        Assert.Contains("This tunnel is not there", Tunnel(lab).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_WithoutARule_SayThatTheLastRuleAnswers()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home);
        lab.Dns.Publish(ZoneWith("tv.cowlab.org", "old.cowlab.org"));

        var lines = Tunnel(lab, "names").FindAll("li").Select(line => line.TextContent).ToList();

        Assert.Equal(2, lines.Count);
        AssertSays(lines[0], "old.cowlab.org", "No rule");
        AssertSays(lines[1], "tv.cowlab.org", "http://jellyfin:8096");
    }

    [Fact]
    public async Task Connectors_BehindTheNewestRoutes_SaySo()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home with { Connectors = [new LiveConnector("c1", 6) { Version = "2026.10.0", Connections = [new LiveConnection("fra08", "203.0.113.7", null)] }, new LiveConnector("c2", null)] });

        var lines = Tunnel(lab, "connectors").FindAll("li").Select(line => line.TextContent).ToList();

        AssertSays(lines[0], "Routes 6, newest 7", "2026.10.0", "203.0.113.7", "fra08");
        AssertSays(lines[1], "Routes unknown");
    }

    [Fact]
    public async Task Connectors_None_SayWhatToStart()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home with { Connectors = [] });

        Assert.Contains("Start cloudflared with the connector token", Tunnel(lab, "connectors").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispute_OverARule_IsSettledByAPerson()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        var entry = new TunnelEntry { Id = "te1", TunnelId = _home.Id, Name = RecordName.Parse("tv.cowlab.org"), Service = "http://jellyfin:8096", IsPublicWithoutLogin = true };
        await lab.PutAsync(entry);
        lab.Tunnels.Publish(new TunnelState("acc1", [_home], _home.Id, null) { Contended = [new ContendedRule(_home.Id, new RuleSlot("tv.cowlab.org", ""), "DockFlare", 3, default)] });

        var page = Tunnel(lab);
        AssertSays(page.Find("[role=alert]").TextContent, "DockFlare", "tv.cowlab.org", "3 times");
        await page.Button("Hand over").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Empty(lab.Store.Current.TunnelEntries), _patience);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Buttons_OfATunnel_SayWhoMayPressThem(Role role)
    {
        await using var lab = await TunnelPagesLab.OpenAsync(role);
        lab.Publish(_home);

        var page = Tunnel(lab);

        Assert.All(new[] { "Connector token", "Clean up", "Delete", "Add a rule", "Adopt tv.cowlab.org" }, words => Assert.Contains("Only an admin may", page.WhyNot(words), StringComparison.Ordinal));
    }

    private static DnsState ZoneWith(params string[] names) => new(
        [new DnsZone("z1", "cowlab.org", "active", false, [.. names.Select((name, at) => new LiveRecord($"r{at}", name, new DnsValue("CNAME", $"{TunnelPagesLab.Id}.cfargotunnel.com", 1, true)))])]);

    private static IRenderedComponent<TunnelPage> Tunnel(TunnelPagesLab lab, string tab = "rules") =>
        lab.Open<TunnelPage>($"/tunnels/{TunnelPagesLab.Id}?tab={tab}", page => page.Add(part => part.Id, TunnelPagesLab.Id));

    private static IEnumerable<string> Tabs(IRenderedComponent<TunnelPage> page) =>
        page.FindAll("nav[aria-label='Parts of the tunnel'] a").Select(tab => new string([.. tab.TextContent.Trim().TakeWhile(char.IsLetter)]));

    private static void AssertSays(string text, params string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
}
