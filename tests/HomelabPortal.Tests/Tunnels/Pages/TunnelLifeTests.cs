using Bunit;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Pages;

namespace HomelabPortal.Tests.Tunnels.Pages;

/// <summary>A tunnel from its making to its end, against the simulated Cloudflare.</summary>
public sealed class TunnelLifeTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Tunnel_New_ShowsItsTokenOnceWithWhatRunsIt()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        lab.Publish(TunnelPagesLab.Home);
        var page = lab.Open<NewTunnelPage>("/tunnels/new");

        await page.Find("#tunnel-name").InputAsync("cabin");
        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("Tunnel cabin", page.Find("h1").TextContent), _patience);
        var token = page.Find("pre").TextContent.Trim();
        Assert.True(token.Length > 40);
        Assert.Equal(["Token", "Kubernetes manifest", "Compose file"], page.FindAll("h3").Select(title => title.TextContent));
        var files = page.FindAll("details pre").Select(file => file.TextContent).ToList();
        Assert.All(files, file => Assert.Contains(token, file, StringComparison.Ordinal));
        // The version that runs in the account already.
        Assert.All(files, file => Assert.Contains("cloudflare/cloudflared:2026.10.0", file, StringComparison.Ordinal));
        Assert.Contains(lab.Lab.CloudflareState.Tunnels, tunnel => tunnel.Name == "cabin");
    }

    [Fact]
    public async Task Tunnel_OfANameThatIsTaken_LeadsToTheOneThatHasIt()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        var there = lab.Lab.CloudflareState.Tunnels[0];
        lab.Publish(TunnelPagesLab.Home with { Id = there.Id.ToString(), Name = there.Name });
        var page = lab.Open<NewTunnelPage>("/tunnels/new");

        await page.Find("#tunnel-name").InputAsync(there.Name);
        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.Find("#tunnel-name-error").TextContent), _patience);
        Assert.Equal($"/tunnels/{there.Id}", page.FindAll("a").Single(link => link.TextContent == $"Open the tunnel {there.Name}").GetAttribute("href"));
    }

    [Fact]
    public async Task Token_ShownAgain_IsForgottenWhenTheDialogCloses()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        var page = Open(lab, Real(lab));

        await page.Button("Connector token").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.Find("dialog pre").TextContent.Trim()), _patience);
        await page.FindAll("dialog").First(dialog => dialog.QuerySelector("pre") is not null).TriggerEventAsync("onclose", EventArgs.Empty);

        Assert.Empty(page.FindAll("dialog pre"));
    }

    [Fact]
    public async Task Tunnel_ThatNamesLeadTo_IsNotDeleted()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        var tunnel = Real(lab);
        lab.Dns.Publish(new DnsState([new DnsZone("z1", "cowlab.org", "active", false, [new LiveRecord("r1", "tv.cowlab.org", new DnsValue("CNAME", $"{tunnel.Id}.cfargotunnel.com", 1, true))])]));

        Assert.Contains("tv.cowlab.org", Open(lab, tunnel).WhyNot("Delete"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnel_ThatNobodyNeeds_IsDeletedOnceItsNameIsTyped()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        var made = lab.Open<NewTunnelPage>("/tunnels/new");
        await made.Find("#tunnel-name").InputAsync("cabin");
        await made.Find("form").SubmitAsync();
        await made.WaitForAssertionAsync(() => Assert.Contains(lab.Lab.CloudflareState.Tunnels, tunnel => tunnel.Name == "cabin"), _patience);
        var cabin = lab.Lab.CloudflareState.Tunnels.Single(tunnel => tunnel.Name == "cabin");
        var page = Open(lab, TunnelPagesLab.Home with { Id = cabin.Id.ToString(), Name = "cabin", Status = "inactive", Connectors = [], Document = TunnelPagesLab.Document() });

        await page.Button("Delete").ClickAsync();
        Assert.Equal("Type cabin first.", page.WhyNot("Delete the tunnel"));
        await page.Find("dialog input").InputAsync("cabin");
        await page.Button("Delete the tunnel").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.True(lab.Lab.CloudflareState.Tunnels.All(tunnel => tunnel.Name != "cabin" || tunnel.DeletedAt is not null)), _patience);
    }

    [Fact]
    public async Task Version_OfBefore_IsComparedAndRestoredOnceTheNameIsTyped()
    {
        await using var lab = await TunnelPagesLab.OpenAsync(hasCloudflare: true);
        var tunnel = Real(lab);
        var before = TunnelPagesLab.Document("""{"hostname":"old.cowlab.org","service":"http://10.0.0.5"}""", """{"service":"http_status:404"}""");
        await lab.History.KeepAsync(tunnel.Id, tunnel.Version, tunnel.Document, isOurs: false, CancellationToken.None);
        await lab.History.KeepAsync(tunnel.Id, tunnel.Version - 1, before, isOurs: true, CancellationToken.None);
        var page = Open(lab, tunnel, "history");
        await page.WaitForAssertionAsync(() => Assert.Contains("old.cowlab.org", page.Find("[role=table]").TextContent, StringComparison.Ordinal), _patience);

        await page.Button($"Restore version {tunnel.Version - 1}").ClickAsync();
        Assert.Contains(page.FindAll("dialog"), dialog => dialog.TextContent.Contains("old.cowlab.org", StringComparison.Ordinal));
        await page.Find("dialog input").InputAsync(tunnel.Name);
        await page.Find("dialog footer .act button").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("old.cowlab.org", lab.Lab.CloudflareState.Tunnels[0].Document.ToJsonString(), StringComparison.Ordinal), _patience);
    }

    /// <summary>The lab's first tunnel as the portal would see it, without a name that leads to it.</summary>
    private static LiveTunnel Real(TunnelPagesLab lab)
    {
        var real = lab.Lab.CloudflareState.Tunnels[0];
        return TunnelPagesLab.Home with { Id = real.Id.ToString(), Name = real.Name, Version = real.Version };
    }

    private static IRenderedComponent<TunnelPage> Open(TunnelPagesLab lab, LiveTunnel tunnel, string tab = "connectors")
    {
        lab.Publish(tunnel);
        return lab.Open<TunnelPage>($"/tunnels/{tunnel.Id}?tab={tab}", page => page.Add(part => part.Id, tunnel.Id));
    }
}
