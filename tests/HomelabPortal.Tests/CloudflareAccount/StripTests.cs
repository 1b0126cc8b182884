using Bunit;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.CloudflareAccount;

public sealed class StripTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    private static readonly AccountState _well = new(ApiStanding.Answering, new TokenState(TokenStanding.Active, _now.AddDays(90)), new BudgetState(20, 300, null))
    {
        CheckedAt = _now, Accounts = [new AccountName("a", "Cowlab")], ServingTunnels = 1,
    };

    [Fact]
    public void Verdict_OfEachCase_IsTheWorstOfThem()
    {
        Assert.Equal(HealthState.Healthy, Verdict(_well).State);
        Assert.Equal(HealthState.Off, Verdict(AccountState.Unknown with { Api = ApiStanding.NotConnected, Help = "Set it." }).State);
        Assert.Equal((HealthState.Progressing, "Checking the token"), Words(AccountState.Unknown));
        Assert.Equal((HealthState.Broken, "Token expired"), Words(_well with { Api = ApiStanding.Silent, Token = new(TokenStanding.Expired, null, "It ended.") }));
        Assert.Equal((HealthState.Degraded, "Token ends soon"), Words(_well with { Token = new(TokenStanding.Active, _now.AddDays(3)) }));
        Assert.Equal((HealthState.Degraded, "Paused"), Words(_well with { Api = ApiStanding.Paused }));
        Assert.Equal((HealthState.Degraded, "Permissions missing"), Words(_well with { Capabilities = [new(Capability.EditLogins, CapabilityStanding.Missing)] }));
    }

    [Fact]
    public void Verdict_ApiDownWhileTunnelsServed_SaysThatRoutesGoOn()
    {
        Assert.Contains("routes that exist go on working", Verdict(_well with { Api = ApiStanding.Silent }).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("routes that exist", Verdict(_well with { Api = ApiStanding.Silent, ServingTunnels = 0 }).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strip_WhenWell_ShowsTokenBudgetAndAge()
    {
        await using var page = new UiContext();

        var strip = Show(page, _well);

        Assert.Contains("Cloudflare · Cowlab", strip.Markup, StringComparison.Ordinal);
        Assert.Contains("Connected", strip.Find(".badge").TextContent, StringComparison.Ordinal);
        Assert.Equal("20 of 300 calls", strip.Find("[role=meter]").GetAttribute("aria-valuetext"));
        Assert.Contains("19 Feb 2027", strip.Markup, StringComparison.Ordinal);
        Assert.Empty(strip.FindAll("a"));
    }

    [Fact]
    public async Task Strip_WithMissingScopes_NamesEachAndLinksToTheTokenPage()
    {
        await using var page = new UiContext();

        var strip = Show(page, _well with
        {
            Capabilities = [new(Capability.EditRecords, CapabilityStanding.Missing), new(Capability.EditLogins, CapabilityStanding.Missing)],
        });

        Assert.Equal(["Zone > DNS > Edit", "Account > Access: Apps and Policies > Edit"], strip.FindAll("code").Select(code => code.TextContent));
        Assert.Contains("change DNS records or change logins", strip.Markup, StringComparison.Ordinal);
        var link = strip.Find("a");
        Assert.StartsWith("https://dash.cloudflare.com/profile/api-tokens?", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
    }

    [Fact]
    public async Task Strip_WhilePaused_SaysUntilWhen()
    {
        await using var page = new UiContext();

        var strip = Show(page, _well with { Api = ApiStanding.Paused, Budget = new BudgetState(300, 300, page.Clock.GetUtcNow().AddMinutes(4)) });

        Assert.Contains(page.Clock.GetUtcNow().AddMinutes(4).ToString("HH:mm:ss") + " UTC", strip.Markup, StringComparison.Ordinal);
        Assert.Contains("4 min left", strip.Find(".sentence").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Capability.EditRecords, "it lacks “Zone > DNS > Edit”")]
    [InlineData(Capability.ReadRecords, null)]
    public void WhyNot_OfACapability_NamesItsPermission(Capability capability, string? words)
    {
        var reason = WhyNotCloudflare.Of(_well with { Capabilities = [new(Capability.EditRecords, CapabilityStanding.Missing)] }, capability);

        if (words is null) Assert.Null(reason);
        else Assert.Contains(words, reason?.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_WhileTheApiIsSilentOrPaused_IsNoReason()
    {
        Assert.Null(WhyNotCloudflare.Of(_well with { Api = ApiStanding.Silent }, Capability.EditRecords));
        Assert.Null(WhyNotCloudflare.Of(_well with { Api = ApiStanding.Paused }, Capability.EditRecords));
        Assert.Equal("It ended.", WhyNotCloudflare.Of(_well with { Token = new(TokenStanding.Expired, null, "It ended.") }, Capability.EditRecords)?.Why);
    }

    private static StripVerdict Verdict(AccountState state) => StripVerdict.Of(state, _now);

    private static (HealthState, string) Words(AccountState state) => (Verdict(state).State, Verdict(state).Word);

    private static IRenderedComponent<CloudflareStrip> Show(UiContext page, AccountState state)
    {
        var live = new Live<AccountState>(AccountState.Unknown, page.Clock);
        live.Publish(state);
        page.Services.AddSingleton(live);
        return page.Render<CloudflareStrip>();
    }
}
