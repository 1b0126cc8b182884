using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Checks.Pages;
using HomelabPortal.Checks.Running;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Checks;

public sealed class CheckPagesTests
{
    [Fact]
    public async Task Page_BeforeTheFirstTick_IsLoading()
    {
        await using var page = await OpenAsync(Role.Viewer);

        Assert.NotEmpty(page.Context.Render<ChecksPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public async Task Page_WithoutAnyCheck_OffersTheFirst()
    {
        await using var page = await OpenAsync(Role.Operator, new ChecksState([]));

        Assert.Equal("/checks/new", page.Context.Render<ChecksPage>().Find(".empty a.button").GetAttribute("href"));
    }

    [Fact]
    public async Task Page_OfChecks_ShowsWhatIsDownFirstAndCountsThem()
    {
        await using var page = await OpenAsync(Role.Viewer, new ChecksState([Summary("a", CheckPhase.Up), Summary("b", CheckPhase.Down), Summary("c", CheckPhase.Unknown)]));

        var shown = page.Context.Render<ChecksPage>();

        Assert.Contains("1 down, 1 up, 1 unknown.", shown.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("check b", shown.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Unknown", shown.FindAll("tbody tr")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAViewer_CanBeSeenButNotSilenced()
    {
        await using var page = await OpenAsync(Role.Viewer, new ChecksState([Summary("a", CheckPhase.Down)]));

        var shown = page.Context.Render<CheckPage>(parameters => parameters.Add(one => one.Id, "a"));

        Assert.Contains("It refuses connections.", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("true", shown.FindAll("button").First(button => button.TextContent.Trim() == "Silence").GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Check_OfAnOperator_IsSilencedForTheChosenTime()
    {
        await using var page = await OpenAsync(Role.Operator, new ChecksState([Summary("a", CheckPhase.Down)]));
        var shown = page.Context.Render<CheckPage>(parameters => parameters.Add(one => one.Id, "a"));

        shown.FindAll("button").First(button => button.TextContent.Trim() == "Silence").Click();
        shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll("input[value='8 h']")));
        shown.Find("input[value='8 h']").Change("8 h");
        shown.FindAll("button").First(button => button.TextContent.Trim() == "Silence for 8 h").Click();

        shown.WaitForAssertion(() => Assert.Single(page.Context.Toasts.Entries));
        await using var context = page.Database.CreateDbContext();
        Assert.Equal(page.Context.Clock.GetUtcNow().AddHours(8).UtcTicks, Assert.Single(context.CheckSilences).UntilTicks);
    }

    [Fact]
    public async Task Check_ThatIsGone_SaysSo()
    {
        await using var page = await OpenAsync(Role.Viewer, new ChecksState([]));

        Assert.Contains("There is no such check", page.Context.Render<CheckPage>(parameters => parameters.Add(one => one.Id, "x")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithFaults_SaysAllOfThemAndSavesNothing()
    {
        await using var page = await OpenAsync(Role.Operator);
        var form = page.Context.Render<CheckFormPage>();

        form.Find("form").Submit();

        Assert.Equal(2, form.FindAll("[role=alert]").Count);
        Assert.Empty(page.Store.Current.Checks);
    }

    [Fact]
    public async Task Form_FilledByAPreset_SavesTheCheck()
    {
        await using var page = await OpenAsync(Role.Operator);
        var form = page.Context.Render<CheckFormPage>();

        form.Find("#check-preset").Change("ollama");
        form.Find("#check-url").Change("http://10.0.0.30:11434/");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Single(page.Store.Current.Checks));
        var check = page.Store.Current.Checks[0];
        Assert.Equal(("Ollama", "Model servers"), (check.Name, check.Group));
        Assert.Equal("Ollama is running", Assert.IsType<HttpQuestion>(check.Question).Contains);
        Assert.EndsWith("/checks?show=own", page.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfACheck_KeepsWhatItWas()
    {
        await using var page = await OpenAsync(Role.Operator);
        await page.Store.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new TcpQuestion("10.0.0.2", 5432))), "test", Actor.Portal, null, CancellationToken.None);

        var form = page.Context.Render<CheckFormPage>(parameters => parameters.Add(one => one.Id, "web"));

        Assert.Equal(("10.0.0.2", "5432"), (form.Find("#check-host").GetAttribute("value"), form.Find("#check-port").GetAttribute("value")));
    }

    [Fact]
    public async Task Notifications_WithoutAChannel_OfferTheFirst()
    {
        await using var page = await OpenAsync(Role.Admin);

        Assert.Contains("Nobody is told yet", page.Context.Render<NotificationsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notifications_OfAChannelThatFails_SayWhy()
    {
        await using var page = await OpenAsync(Role.Operator);
        await page.Store.SaveAsync(new DesiredEdit.PutChannel(Phone), "test", Actor.Portal, null, CancellationToken.None);
        var now = page.Context.Clock.GetUtcNow();
        page.Context.Services.GetRequiredService<Live<OutboxState>>().Publish(new OutboxState(
            [new OutboxEntry(1, "c1", "Phone", "down", "a", "check a", "It refuses connections.", now, OutboxPhase.Retrying, now, 3, now, "ntfy.example did not answer.")]));

        var shown = page.Context.Render<NotificationsPage>();

        Assert.Contains("Failing, 1 waiting", shown.Find(".channels").TextContent, StringComparison.Ordinal);
        Assert.Contains("ntfy.example did not answer. Tried 3 times; tried again.", shown.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", shown.FindAll("button").First(button => button.TextContent.Contains("Send a test", StringComparison.Ordinal)).GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Notifications_OfAMailThatNotAllGot_SayWhoDidNot()
    {
        await using var page = await OpenAsync(Role.Operator);
        await page.Store.SaveAsync(new DesiredEdit.PutChannel(Phone), "test", Actor.Portal, null, CancellationToken.None);
        var now = page.Context.Clock.GetUtcNow();
        page.Context.Services.GetRequiredService<Live<OutboxState>>().Publish(new OutboxState(
            [new OutboxEntry(1, "c1", "Phone", "down", "a", "check a", "It refuses connections.", now, OutboxPhase.Sent, now, 1, now, "The mail server did not take mail for bob@cowlab.org: 550 no")]));

        var shown = page.Context.Render<NotificationsPage>().Find(".channels").TextContent;

        Assert.Contains("Not for all", shown, StringComparison.Ordinal);
        Assert.Contains("bob@cowlab.org: 550 no", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_WithAStoredSecret_NeverShowsIt()
    {
        await using var page = await OpenAsync(Role.Admin);
        await page.Store.SaveAsync(new DesiredEdit.PutChannel(Phone with { Secret = "name-of-secret" }), "test", Actor.Portal, null, CancellationToken.None);

        var form = page.Context.Render<ChannelPage>(parameters => parameters.Add(one => one.Id, "c1"));

        Assert.Equal(("password", ""), (form.Find("#channel-secret").GetAttribute("type"), form.Find("#channel-secret").GetAttribute("value") ?? ""));
        Assert.Contains("One is stored", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("name-of-secret", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_WithAnAddress_ShowsNoMoreOfItThanItsHost()
    {
        await using var page = await OpenAsync(Role.Admin);
        await page.Store.SaveAsync(new DesiredEdit.PutChannel(Phone with { Kind = ChannelKind.Webhook, Address = "https://hooks.example/very-secret" }), "test", Actor.Portal, null, CancellationToken.None);

        var form = page.Context.Render<ChannelPage>(parameters => parameters.Add(one => one.Id, "c1"));

        Assert.Equal("", form.Find("#channel-address").GetAttribute("value") ?? "");
        Assert.Contains("One at https://hooks.example is stored", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", form.Markup, StringComparison.Ordinal);
    }

    private static DesiredChannel Phone => new() { Id = "c1", Name = "Phone", Kind = ChannelKind.Ntfy, Address = "https://ntfy.example/", Topic = "lab" };

    private static CheckSummary Summary(string id, CheckPhase phase) => new(id, $"check {id}", "Home", CheckKind.Tcp, "10.0.0.2:80")
    {
        Phase = phase, Words = phase == CheckPhase.Down ? "It refuses connections." : "It takes connections.", Interval = TimeSpan.FromMinutes(1),
        Day = new Uptime(TimeSpan.FromHours(23), TimeSpan.FromHours(1)),
    };

    private static Task<ActsPage> OpenAsync(Role role, ChecksState? state = null) => ActsPage.OpenAsync(role, page =>
    {
        var (services, clock) = (page.Context.Services, page.Context.Clock);
        var live = new Live<ChecksState>(ChecksState.Empty, clock);
        if (state is not null)
            live.Publish(state);
        var (pending, options) = (new PendingTallies(), Options.Create(new CheckOptions()));
        // What is published here is what the test says; the board would publish its own.
        var board = new CheckBoard(new Live<ChecksState>(ChecksState.Empty, clock), pending, new Random(1), clock);
        var book = new CheckBook(page.Database, page.Database.Writer);
        var runner = new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, clock), NullLogger<ActionRunner>.Instance);
        var outbox = new Live<OutboxState>(OutboxState.Empty, clock);
        var secrets = new ChannelSecrets(page.Database, null!, clock);
        services.AddSingleton(live);
        services.AddSingleton(outbox);
        services.AddSingleton<IOptions<CheckOptions>>(options);
        services.AddSingleton(book);
        services.AddSingleton(new CheckHistories(page.Database, pending, clock));
        services.AddSingleton(new DesiredIds(new Random(1)));
        services.AddSingleton(new CheckActs(runner, book, board, live, new NotifySignal(), clock));
        services.AddSingleton(provider => new ChannelActs(
            provider.GetRequiredService<DesiredActs>(), runner, page.Store, secrets, null!, new OutboxBook(page.Database, page.Database.Writer, outbox), clock));
    });
}
