using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Logins;
using HomelabPortal.Logins.Pages;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Exposures;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Logins.Pages;

public sealed class LoginPagesTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly LoginPolicy _household = TargetLab.Household;

    [Fact]
    public async Task Policies_EachOfThem_SayWhoPassesAndWhatTheyGuard()
    {
        await using var lab = await OpenAsync();
        await lab.SaveAsync(new DesiredEdit.PutLoginPolicy(_household), new DesiredEdit.PutExposure(TargetLab.Guarded("tv.cowlab.org")), new DesiredEdit.SetDefaultLoginPolicy(_household.Id));

        var row = Assert.Single(lab.Page.Context.Render<LoginsPage>().FindAll("table[aria-label='Login policies'] tbody tr")).TextContent;

        AssertSays(row, "Household", "Default", "ada@cowlab.org", "tv.cowlab.org");
    }

    [Fact]
    public async Task Policies_None_NameTheNextStep()
    {
        await using var lab = await OpenAsync();

        Assert.Contains("No login policy yet", lab.Page.Context.Render<LoginsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_PublicWithoutALogin_AreListed()
    {
        await using var lab = await OpenAsync();
        Assert.Contains("Nothing is public without a login", lab.Page.Context.Render<LoginsPage>().Markup, StringComparison.Ordinal);

        await lab.SaveAsync(new DesiredEdit.PutExposure(TargetLab.Wish("open.cowlab.org", Visibility.Tunnel)));
        var page = lab.Page.Context.Render<LoginsPage>();

        Assert.DoesNotContain("Nothing is public without a login", page.Markup, StringComparison.Ordinal);
        AssertSays(page.FindAll("li").First(line => line.TextContent.Contains("open.cowlab.org", StringComparison.Ordinal)).TextContent, "Anyone");
    }

    [Fact]
    public async Task Applications_OfOthers_AreToldFromThisPortals()
    {
        await using var lab = await OpenAsync();
        lab.Logins.Publish(LoginState.Empty with
        {
            Applications =
            [
                Application("a1", new LoginMark(lab.Page.Store.Current.Instance, "ex1").Name("tv.cowlab.org"), "tv.cowlab.org", LoginMark.Tag),
                Application("a2", new LoginMark("other123", "ex1").Name("wiki.cowlab.org"), "wiki.cowlab.org", LoginMark.Tag),
                Application("a3", "Grafana", "grafana.cowlab.org"),
            ],
        });

        var rows = lab.Page.Context.Render<LoginsPage>().FindAll("table[aria-label=Applications] tbody tr").Select(row => row.TextContent).ToList();

        AssertSays(rows.Single(row => row.Contains("tv.cowlab.org", StringComparison.Ordinal)), "This portal", "None: nobody passes");
        AssertSays(rows.Single(row => row.Contains("wiki.cowlab.org", StringComparison.Ordinal)), "Somebody else");
        AssertSays(rows.Single(row => row.Contains("grafana.cowlab.org", StringComparison.Ordinal)), "Somebody else");
    }

    [Fact]
    public async Task Logins_ThatCannotBeSetUp_SayWhyAndWhereToMendIt()
    {
        await using var lab = await OpenAsync();
        lab.Logins.Publish(LoginState.Empty with { Problem = "Zero Trust is not set up in this account." });

        var note = lab.Page.Context.Render<LoginsPage>().FindAll("[role=status]").Single(status => status.TextContent.Contains("No login possible", StringComparison.Ordinal));

        AssertSays(note.TextContent, "Zero Trust is not set up in this account.");
        Assert.Equal("https://one.dash.cloudflare.com", note.QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Logins_ThatCannotBeSeen_SayThatNothingIsLost()
    {
        await using var lab = await OpenAsync();
        lab.Logins.PublishFault("Cloudflare does not answer.");

        AssertSays(lab.Page.Context.Render<LoginsPage>().Markup, "Cloudflare does not answer.", "Names that are published keep their login");
    }

    [Fact]
    public async Task Policy_SentEmpty_TellsEachFaultAtItsField()
    {
        await using var lab = await OpenAsync();
        var page = lab.Page.Context.Render<LoginPolicyPage>();

        await page.Find("#policy-emails").ChangeAsync("ada");
        await page.Find("form").SubmitAsync();

        Assert.NotEmpty(page.Find("#policy-name-error").TextContent);
        Assert.NotEmpty(page.Find("#policy-emails-error").TextContent);
        Assert.Equal("true", page.Find("#policy-emails").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Policy_New_IsSavedFromItsPlan()
    {
        await using var lab = await OpenAsync();
        lab.Logins.Publish(LoginState.Empty with { Groups = [new LoginChoice("g1", "Family")], Providers = [new LoginChoice("p1", "One-time PIN", "onetimepin")], ServiceTokens = [] });
        var page = lab.Page.Context.Render<LoginPolicyPage>();

        await page.Find("#policy-name").ChangeAsync("Family");
        await page.Find("#policy-emails").ChangeAsync("ada@cowlab.org\nbob@cowlab.org");
        await page.FindAll("fieldset label").Single(label => label.TextContent.Trim() == "Family").QuerySelector("input")!.ChangeAsync(true);
        await page.Find("form").SubmitAsync();
        await page.Button("Make the login policy Family").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(lab.Page.Store.Current.LoginPolicies), _patience);
        var policy = lab.Page.Store.Current.LoginPolicies[0];
        Assert.Equal(["ada@cowlab.org", "bob@cowlab.org"], policy.Emails.AsEnumerable());
        Assert.Equal("g1", Assert.Single(policy.Groups));
    }

    [Fact]
    public async Task Policy_WhoseChoicesCannotBeRead_KeepsThoseItHas()
    {
        await using var lab = await OpenAsync();
        await lab.SaveAsync(new DesiredEdit.PutLoginPolicy(_household with { Groups = ["g1"] }));

        var box = Policy(lab).FindAll("fieldset label").Single(label => label.TextContent.Trim() == "g1").QuerySelector("input");

        Assert.True(box!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Policy_ThatGuardsAName_IsNotRemoved()
    {
        await using var lab = await OpenAsync();
        await lab.SaveAsync(new DesiredEdit.PutLoginPolicy(_household), new DesiredEdit.PutExposure(TargetLab.Guarded("tv.cowlab.org")));

        var page = Policy(lab);

        Assert.Equal("It guards tv.cowlab.org. Choose another one there first.", page.WhyNot("Remove"));
        AssertSays(page.Markup, "Names behind this login");
    }

    [Fact]
    public async Task Policy_MadeTheDefault_IsWhatNewNamesGet()
    {
        await using var lab = await OpenAsync();
        await lab.SaveAsync(new DesiredEdit.PutLoginPolicy(_household));
        var page = Policy(lab);

        await page.Button("Make it the default").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(_household.Id, lab.Page.Store.Current.DefaultLoginPolicy), _patience);
        await page.WaitForAssertionAsync(() => Assert.Equal("New names get it. Take the default from it first.", page.WhyNot("Remove")), _patience);
    }

    [Fact]
    public async Task Policy_ThatNobodyNeeds_IsRemoved()
    {
        await using var lab = await OpenAsync();
        await lab.SaveAsync(new DesiredEdit.PutLoginPolicy(_household));
        var page = Policy(lab);

        await page.Button("Remove").ClickAsync();
        await page.Button("Remove the login policy Household").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Empty(lab.Page.Store.Current.LoginPolicies), _patience);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Policy_ForWhoMayNotEditIt_CanBeLookedAtOnly(Role role)
    {
        await using var lab = await OpenAsync(role);

        AssertSays(lab.Page.Context.Render<LoginPolicyPage>().Find("[role=status]").TextContent, "Only an admin may", "it cannot be saved");
        Assert.Contains("Only an admin may", lab.Page.Context.Render<LoginsPage>().FindAll("[role=tooltip]")[0].TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<LoginPolicyPage> Policy(OpenLab lab) => lab.Page.Context.Render<LoginPolicyPage>(page => page.Add(part => part.Id, _household.Id));

    private static LiveLoginApplication Application(string id, string name, string place, params string[] tags) => new(id, name, "self_hosted", "aud", [place], [], [], "24h", [.. tags]);

    private static void AssertSays(string text, params string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));

    private static async Task<OpenLab> OpenAsync(Role role = Role.Admin)
    {
        OpenLab? lab = null;
        await ActsPage.OpenAsync(role, page =>
        {
            var time = page.Context.Clock;
            lab = new OpenLab(page, new Live<LoginState>(LoginState.Empty, time));
            page.Context.Services.AddSingleton(lab.Logins);
            page.Context.Services.AddSingleton(new Live<ReconcileStatus>(ReconcileStatus.NotStarted with { Policy = ChangePolicy.Sync }, time));
            page.Context.Services.AddSingleton(new DesiredIds(new Random(1)));
        });
        lab!.Logins.Publish(LoginState.Empty);
        return lab;
    }

    private sealed record OpenLab(ActsPage Page, Live<LoginState> Logins) : IAsyncDisposable
    {
        public async Task SaveAsync(params DesiredEdit[] edits)
        {
            var services = Page.Context.Services;
            foreach (var edit in edits)
            {
                var outcome = await services.GetRequiredService<DesiredActs>().SaveAsync(edit, "test", services.GetRequiredService<CurrentActor>().Actor, CancellationToken.None);
                Assert.Null(outcome.Fault);
            }
        }

        public ValueTask DisposeAsync() => Page.DisposeAsync();
    }
}
