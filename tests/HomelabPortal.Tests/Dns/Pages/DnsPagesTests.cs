using System.Collections.Immutable;
using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Contents;
using HomelabPortal.Dns.Editing;
using HomelabPortal.Dns.Pages;
using HomelabPortal.Dns.Pages.Editing;
using HomelabPortal.Dns.Pages.Records;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tunnels;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Dns.Pages;

public sealed class DnsPagesTests
{
    private static readonly DnsZone _zone = new("z1", "cowlab.org", "active", false,
    [
        new LiveRecord("r1", "nas.cowlab.org", new DnsValue("A", "10.0.0.20", 1, false), "the rack"),
        new LiveRecord("r2", "old.cowlab.org", new DnsValue("CNAME", "11111111-2222-3333-4444-555555555555.cfargotunnel.com", 1, true)),
        new LiveRecord("r3", "status.cowlab.org", new DnsValue("A", "10.0.0.99", 1, false)),
        new LiveRecord("r4", "a-status.cowlab.org", new DnsValue("TXT", "heritage=external-dns,external-dns/owner=cowlab", 1, false)),
        new LiveRecord("r5", "mail.cowlab.org", new DnsValue("MX", "10 mx.example.org", 1, false), null, IsReadOnly: true),
    ]);

    [Fact]
    public async Task Records_OfAZone_SayWhatTheyLeadToAndWhoseTheyAre()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone]));
        lab.Tunnels.Publish(TunnelState.Empty);

        var page = lab.Page.Context.Render<DnsPage>();

        var rows = page.FindAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("nas.cowlab.org", StringComparison.Ordinal) && row.Contains("device in the house", StringComparison.Ordinal) && row.Contains("Manual", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("old.cowlab.org", StringComparison.Ordinal) && row.Contains("a missing tunnel", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("status.cowlab.org", StringComparison.Ordinal) && row.Contains("Other tool", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("mail.cowlab.org", StringComparison.Ordinal) && row.Contains("Read-only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_FilterInTheAddress_ShowsOnlyThose()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone]));
        lab.Page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/dns?type=A&owner=manual");

        var page = lab.Page.Context.Render<DnsPage>();

        Assert.Contains("nas.cowlab.org", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pending", false, "Pending")]
    [InlineData("active", true, "Paused")]
    [InlineData("moved", false, "Moved away")]
    public async Task Zone_ThatIsNotServed_SaysSoAndWhatToDo(string status, bool isPaused, string word)
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone with { Status = status, IsPaused = isPaused }]));

        var page = lab.Page.Context.Render<DnsPage>();

        Assert.Contains(word, page.Find("nav[aria-label=Zones]").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("[role=status]"), note => note.TextContent.Contains("cowlab.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WhileNothingWasSeenSinceTheStart_ShowsTheNewestSnapshotWithItsAge()
    {
        await using var lab = await OpenAsync(Role.Admin);
        await lab.Page.Context.Services.GetRequiredService<ZoneSnapshotBook>().TakeAsync("z1", "cowlab.org", _zone.Records, "test", CancellationToken.None);
        lab.Dns.PublishFault("Cloudflare does not answer.");

        var page = lab.Page.Context.Render<DnsPage>();

        await page.WaitForAssertionAsync(() => Assert.Contains("nas.cowlab.org", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Cloudflare does not answer.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Last seen", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutAConnection_NamesTheSetting()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.PublishFault(HomelabPortal.Lab.LabConnections.CloudflareHelp);

        var page = lab.Page.Context.Render<DnsPage>();

        await page.WaitForAssertionAsync(() => Assert.Contains("Cloudflare:ApiToken", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfEveryType_AsksForItsParts()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone]));
        var page = lab.Page.Context.Render<NewRecordPage>();

        foreach (var type in RecordTypes.All)
        {
            await page.Find("#record-type").ChangeAsync(type.Name);
            Assert.Equal(type.Fields.Select(part => $"part-{part.Key}"), page.FindAll("[id^=part-]").Where(input => input.NodeName is "INPUT" or "TEXTAREA").Select(input => input.Id));
        }
    }

    [Fact]
    public async Task Form_SentWithFaults_TellsEachAtItsField_AndJudgesWhileItIsMended()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone]));
        lab.Page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/dns/new?type=MX");
        var page = lab.Page.Context.Render<NewRecordPage>();

        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("for example 10", page.Find("#part-priority-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("nas.cowlab.org", page.Find("#part-target-error").TextContent, StringComparison.Ordinal);
        await page.Find("#part-priority").InputAsync("10");

        Assert.Empty(page.FindAll("#part-priority-error"));
        Assert.NotEmpty(page.FindAll("#part-target-error"));
    }

    [Theory]
    [InlineData("r1", Role.Admin, null)]
    [InlineData("r1", Role.Operator, "Only an admin may change DNS records. You are an operator.")]
    [InlineData("r5", Role.Admin, "Another product of Cloudflare made it; it cannot be edited.")]
    public async Task Record_NotOurs_OffersToAdoptOrSaysWhyNot(string id, Role role, string? why)
    {
        await using var lab = await OpenAsync(role);
        lab.Dns.Publish(new DnsState([_zone]));

        var page = lab.Page.Context.Render<RecordPage>(parameters => parameters.Add(record => record.Zone, "cowlab.org").Add(record => record.RecordId, id));

        Assert.Equal(why, page.WhyNot("Adopt"));
    }

    [Fact]
    public async Task Import_ChosenRecords_AreAdoptedTogether()
    {
        await using var lab = await OpenAsync(Role.Admin);
        lab.Dns.Publish(new DnsState([_zone]));
        lab.Page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/dns?tab=import");
        var page = lab.Page.Context.Render<DnsPage>();
        Assert.True(page.Find("input[aria-label='Choose A status.cowlab.org']").HasAttribute("disabled"));

        await page.Find("input[aria-label='Choose A nas.cowlab.org']").ChangeAsync(true);
        await page.FindAll("button").First(button => button.TextContent.Contains("Adopt 1 chosen", StringComparison.Ordinal)).ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("r1", Assert.Single(lab.Page.Store.Current.DnsEntries).AdoptedId));
        Assert.Equal("the rack", lab.Page.Store.Current.DnsEntries[0].Note);
    }

    private static async Task<OpenLab> OpenAsync(Role role)
    {
        OpenLab? lab = null;
        await ActsPage.OpenAsync(role, page => lab = Prepare(page));
        return lab!;
    }

    private static OpenLab Prepare(ActsPage page)
    {
        var (services, time) = (page.Context.Services, page.Context.Clock);
        var lab = new OpenLab(page, new Live<DnsState>(DnsState.Empty, time), new Live<TunnelState>(TunnelState.Empty, time));
        var status = new Live<ReconcileStatus>(ReconcileStatus.NotStarted with { Policy = ChangePolicy.Sync }, time);
        var ids = new DesiredIds(new Random(1));
        services.AddSingleton(lab.Dns);
        services.AddSingleton(lab.Tunnels);
        services.AddSingleton(new Live<ClusterState>(ClusterState.Connecting, time));
        services.AddSingleton(status);
        services.AddSingleton(page.Store);
        services.AddSingleton(ids);
        services.AddSingleton(new ZoneSnapshotBook(page.Database, page.Database.Writer, time));
        services.AddSingleton(provider => new RecordActs(
            page.Store, provider.GetRequiredService<DesiredActs>(), new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance),
            page.Database.Writer, lab.Dns, status, ids, new Signal()));
        services.AddSingleton<ImportActs>();
        services.AddSingleton<SettledPreview>();
        services.AddTransient<EntryFlow>();
        return lab;
    }

    private sealed record OpenLab(ActsPage Page, Live<DnsState> Dns, Live<TunnelState> Tunnels) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Page.DisposeAsync();
    }
}
