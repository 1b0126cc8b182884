using Bunit;
using HomelabPortal.Access.Authority;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Tunnels.Pages;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Tunnels.Pages;
using HomelabPortal.Tunnels.Pages.Rules;
using HomelabPortal.Ui.Acts;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.CloudflareAccount;

/// <summary>A button that asks something of Cloudflare says what the token lacks for it, and leads to where such a token is made.</summary>
public sealed class CloudflareActTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly AccountState _well = new(ApiStanding.Answering, new TokenState(TokenStanding.Active), null);

    [Fact]
    public async Task Button_WhosePermissionIsMissing_NamesItAndLeadsToTheTokenPage()
    {
        await using var context = new UiContext();
        Publish(context, Missing(Capability.EditTunnels));

        var page = Render(context);

        Assert.Equal("The Cloudflare token may not change tunnels and read their connector tokens: it lacks “Account > Cloudflare Tunnel > Edit”.", page.WhyNot("Create"));
        var link = page.Find(".reason a");
        Assert.Equal((CapabilityWords.TokenLink, "_blank", "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Button_OfAPersonWhoMayNot_SaysThatFirstAndOffersNoToken()
    {
        await using var context = new UiContext();
        context.Person.Becomes(Role.Viewer);
        Publish(context, Missing(Capability.EditTunnels));

        var page = Render(context);

        Assert.StartsWith("Only an admin may", page.WhyNot("Create"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".reason a"));
    }

    [Fact]
    public async Task Button_WhosePermissionComes_CanBePressedWithoutReloading()
    {
        await using var context = new UiContext();
        Publish(context, Missing(Capability.EditTunnels));
        var page = Render(context);

        context.Clock.Advance(TimeSpan.FromSeconds(1));
        Publish(context, _well);

        await page.WaitForAssertionAsync(() => Assert.Null(page.WhyNot("Create")), _patience);
    }

    [Fact]
    public async Task Button_OfADeadToken_SaysWhatIsTheMatterWithIt()
    {
        await using var context = new UiContext();
        Publish(context, _well with { Token = new TokenState(TokenStanding.Expired, null, "The token ended yesterday.") });

        var page = Render(context);

        Assert.Equal("The token ended yesterday.", page.WhyNot("Create"));
        Assert.NotEmpty(page.FindAll(".reason a"));
    }

    [Fact]
    public void Reason_OfSeveralPermissions_NamesAllThatAreMissing()
    {
        var reason = WhyNotCloudflare.Of(Missing(Capability.EditTunnels, Capability.EditLogins), CapabilityWords.ToPublish(true));

        Assert.Contains("“Account > Cloudflare Tunnel > Edit” and “Account > Access: Apps and Policies > Edit”", reason?.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("DNS", reason?.Why, StringComparison.Ordinal);
        Assert.Null(WhyNotCloudflare.Of(Missing(Capability.EditLogins), CapabilityWords.ToPublish(false)));
    }

    [Theory]
    [InlineData("Connector token")]
    [InlineData("Clean up")]
    [InlineData("Delete")]
    [InlineData("Add a rule")]
    public async Task Tunnel_WithATokenThatOnlyReads_KeepsItsButtonsBackAndSaysWhy(string words)
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        Publish(lab.Page.Context, Missing(Capability.EditTunnels));
        lab.Publish(TunnelPagesLab.Home);

        var page = lab.Open<TunnelPage>($"/tunnels/{TunnelPagesLab.Id}", page => page.Add(part => part.Id, TunnelPagesLab.Id));

        Assert.Contains("it lacks “Account > Cloudflare Tunnel > Edit”", page.WhyNot(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithATokenThatOnlyReads_SaysThatItsPlanCannotBeSaved()
    {
        await using var lab = await TunnelPagesLab.OpenAsync();
        Publish(lab.Page.Context, Missing(Capability.EditTunnels));
        lab.Publish(TunnelPagesLab.Home);
        var page = lab.Open<RulePage>($"/tunnels/{TunnelPagesLab.Id}/rules/new", page => page.Add(part => part.TunnelId, TunnelPagesLab.Id));

        Assert.Contains("it cannot be saved", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await page.Find("#rule-name").ChangeAsync("books.cowlab.org");
        await page.Find("#rule-service").ChangeAsync("http://10.0.0.20:8000");
        await page.Find("#rule-confirm").ChangeAsync("books.cowlab.org");
        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("it lacks", page.WhyNot("Make the tunnel rule for books.cowlab.org"), StringComparison.Ordinal), _patience);
    }

    private static AccountState Missing(params Capability[] capabilities) =>
        _well with { Capabilities = [.. capabilities.Select(capability => new CapabilityState(capability, CapabilityStanding.Missing))] };

    private static void Publish(UiContext context, AccountState state) => context.Services.GetRequiredService<Live<AccountState>>().Publish(state);

    private static IRenderedComponent<CloudflareAct> Render(UiContext context) => context.Render<CloudflareAct>(parameters => parameters
        .Add(part => part.Act, Act.EditTunnels)
        .Add(part => part.Needs, [Capability.EditTunnels])
        .Add(part => part.ChildContent, (Reason? why) => builder =>
        {
            builder.OpenComponent<ActionButton>(0);
            builder.AddComponentParameter(1, nameof(ActionButton.Text), "Create");
            builder.AddComponentParameter(2, nameof(ActionButton.DisabledReason), why);
            builder.CloseComponent();
        }));
}
