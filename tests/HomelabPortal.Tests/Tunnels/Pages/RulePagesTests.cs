using Bunit;
using HomelabPortal.Desired;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Pages;
using HomelabPortal.Tunnels.Pages.Rules;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Tunnels.Pages;

public sealed class RulePagesTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly LiveTunnel _home = TunnelPagesLab.Home;

    [Fact]
    public async Task Rules_InTheOrderOfTheDocument_SayWhoseTheyAre()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        await lab.PutAsync(Entry("te1", "files.cowlab.org", null, "http://10.0.0.20:8080"));
        lab.Publish(_home with { Document = TunnelPagesLab.Document(
            """{"hostname":"*.cowlab.org","service":"http://10.0.0.9"}""",
            """{"hostname":"files.cowlab.org","service":"http://10.0.0.20:8080"}""",
            """{"service":"http_status:404"}""") });

        var rows = Rules(lab).FindAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Equal(3, rows.Count);
        AssertSays(rows[0], "*.cowlab.org", "Somebody else", "Adopt");
        AssertSays(rows[1], "files.cowlab.org", "Portal", "Never reached: *.cowlab.org stands above it.");
        AssertSays(rows[2], "Everything else", "http_status:404", "Last rule");
        Assert.DoesNotContain("Adopt", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_OfSomebodyElse_IsAdoptedOnceItsNameIsTyped()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home);
        var page = Rules(lab);

        await page.Button("Adopt files.cowlab.org").ClickAsync();
        Assert.Equal("Type files.cowlab.org first.", page.WhyNot("Adopt the rule"));
        await page.Find("dialog input").InputAsync("files.cowlab.org");
        await page.Button("Adopt the rule").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(lab.Store.Current.TunnelEntries), _patience);
        var entry = lab.Store.Current.TunnelEntries[0];
        Assert.Equal(("http://10.0.0.20:8080", """{"connectTimeout":10}""", false), (entry.Service, entry.OriginRequest, entry.HasRecord));
        await using var database = lab.Page.Database.CreateDbContext();
        Assert.Equal(entry.Id, Assert.Single(await database.Ledger.AsNoTracking().ToListAsync()).OwnerId);
    }

    [Fact]
    public async Task Rules_OfOneName_AreMovedThroughAPlan()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        await PublishTwoAsync(lab);
        var page = Rules(lab);

        Assert.Equal("It is the first of yours for this name.", page.WhyNot("Move up files.cowlab.org path ^/a"));
        await page.Button("Move up files.cowlab.org path ^/b").ClickAsync();
        await page.Button("Move the tunnel rule files.cowlab.org path ^/b").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["te2", "te1"], lab.Store.Current.TunnelEntries.OrderBy(entry => entry.Rank).Select(entry => entry.Id)), _patience);
    }

    [Fact]
    public async Task Rule_AloneWithItsName_HasNothingToMove()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        await lab.PutAsync(Entry("te1", "files.cowlab.org", null, "http://10.0.0.20:8080"));
        lab.Publish(_home);

        Assert.DoesNotContain(Rules(lab).FindAll("button"), button => button.TextContent.Contains("Move", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Buttons_OfARule_HaveALineOfTheirOwnOnAPhone()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        await PublishTwoAsync(lab);

        var cells = Rules(lab).FindAll("tbody td").Where(cell => cell.QuerySelector("button") is not null).ToList();

        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Contains("phone-line", cell.ClassList));
    }

    [Fact]
    public async Task Rule_New_TellsEachFaultAtItsField()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home);
        var page = Form(lab, null);

        await page.Find("form").SubmitAsync();

        Assert.All(new[] { "#rule-name-error", "#rule-service-error", "#rule-confirm-error" }, field => Assert.NotEmpty(page.Find(field).TextContent));
        Assert.Empty(lab.Store.Current.TunnelEntries);
    }

    [Fact]
    public async Task Rule_NewAndConfirmed_IsSavedFromItsPlan()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        lab.Publish(_home);
        var page = Form(lab, null);

        await page.Find("#rule-name").ChangeAsync("books.cowlab.org");
        await page.Find("#rule-service").ChangeAsync("http://10.0.0.20:8000");
        await page.Find("#rule-confirm").ChangeAsync("books.cowlab.org");
        await page.Find("form").SubmitAsync();
        await page.Button("Make the tunnel rule for books.cowlab.org").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("books.cowlab.org", Assert.Single(lab.Store.Current.TunnelEntries).Name.Value), _patience);
        Assert.True(lab.Store.Current.TunnelEntries[0].IsPublicWithoutLogin);
    }

    [Fact]
    public async Task Rule_Released_IsForgottenAndLeftInTheTunnel()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        await lab.PutAsync(Entry("te1", "files.cowlab.org", null, "http://10.0.0.20:8080"));
        lab.Publish(_home);
        var page = Form(lab, "te1");

        await page.Button("Release").ClickAsync();
        await page.Button("Release the rule").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Empty(lab.Store.Current.TunnelEntries), _patience);
        Assert.EndsWith($"/tunnels/{_home.Id}", lab.Page.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private static async Task PublishTwoAsync(TunnelPagesLab lab)
    {
        await lab.PutAsync(Entry("te1", "files.cowlab.org", "^/a", "http://10.0.0.20:1") with { Rank = 0 });
        await lab.PutAsync(Entry("te2", "files.cowlab.org", "^/b", "http://10.0.0.20:2") with { Rank = 65536 });
        lab.Publish(_home with { Document = TunnelPagesLab.Document(
            """{"hostname":"files.cowlab.org","path":"^/a","service":"http://10.0.0.20:1"}""",
            """{"hostname":"files.cowlab.org","path":"^/b","service":"http://10.0.0.20:2"}""",
            """{"service":"http_status:404"}""") });
    }

    private static TunnelEntry Entry(string id, string name, string? path, string service) =>
        new() { Id = id, TunnelId = _home.Id, Name = RecordName.Parse(name), Path = path, Service = service, IsPublicWithoutLogin = true };

    private static IRenderedComponent<TunnelPage> Rules(TunnelPagesLab lab) =>
        lab.Open<TunnelPage>($"/tunnels/{_home.Id}?tab=rules", page => page.Add(part => part.Id, _home.Id));

    private static IRenderedComponent<RulePage> Form(TunnelPagesLab lab, string? ruleId) =>
        lab.Open<RulePage>($"/tunnels/{_home.Id}/rules/{ruleId ?? "new"}", page => page.Add(part => part.TunnelId, _home.Id).Add(part => part.RuleId, ruleId));

    private static void AssertSays(string text, params string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
}
