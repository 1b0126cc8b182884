using Bunit;
using HomelabPortal.Ui.Cards;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Tests.Ui;

public sealed class CardTests
{
    [Fact]
    public async Task Card_WithData_ShowsItUnderItsTitle()
    {
        await using var context = new UiContext();

        var card = Render(context, Freshness.Current, isEmpty: false);

        Assert.Equal("Nodes", card.Find("section").GetAttribute("aria-label"));
        Assert.Contains("node0", card.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[role=status]"));
    }

    [Fact]
    public async Task Card_WhileLoading_SaysSoAndShowsNeitherDataNorEmptiness()
    {
        await using var context = new UiContext();

        var card = Render(context, new Freshness(true, null, null), isEmpty: true);

        Assert.Equal("true", card.Find("section").GetAttribute("aria-busy"));
        Assert.Contains("Loading", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No nodes", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_WhenEmpty_OffersTheNextStep()
    {
        await using var context = new UiContext();

        var card = Render(context, Freshness.Current, isEmpty: true);

        Assert.Contains("No nodes", card.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Equal("Connect a cluster", card.Find("button").TextContent);
    }

    [Fact]
    public async Task Card_WhenUnreachable_KeepsTheLastDataAndSaysSinceWhenAndWhy()
    {
        await using var context = new UiContext();

        var card = Render(context, new Freshness(false, context.Clock.GetUtcNow().AddMinutes(-4), "10.0.0.200 does not answer."), isEmpty: false);

        Assert.Contains("node0", card.Find(".stale-content").TextContent, StringComparison.Ordinal);
        var note = card.Find("[role=status]").TextContent;
        Assert.Contains("10.0.0.200 does not answer.", note, StringComparison.Ordinal);
        Assert.Contains("4 min ago", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_UnreachableAndNeverSeen_DoesNotClaimToBeEmpty()
    {
        await using var context = new UiContext();

        var card = Render(context, new Freshness(false, null, "The token is refused."), isEmpty: true);

        Assert.DoesNotContain("No nodes", card.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing has been seen yet", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_WhoseContentFails_SaysSoAndKeepsItsTitle()
    {
        await using var context = new UiContext();

        var card = context.Render<Card>(parameters => parameters
            .Add(part => part.Title, "Nodes")
            .Add(part => part.ChildContent, (RenderFragment)(_ => throw new InvalidOperationException("A fault of the test."))));

        Assert.Equal("Nodes", card.Find("h2").TextContent);
        Assert.Contains("could not be drawn", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A fault of the test", card.Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<Card> Render(UiContext context, Freshness freshness, bool isEmpty) =>
        context.Render<Card>(parameters => parameters
            .Add(part => part.Title, "Nodes")
            .Add(part => part.Freshness, freshness)
            .Add(part => part.IsEmpty, isEmpty)
            .Add(part => part.EmptyTitle, "No nodes")
            .Add(part => part.EmptyNext, "<button>Connect a cluster</button>")
            .Add(part => part.ChildContent, "<p>node0</p>"));
}
