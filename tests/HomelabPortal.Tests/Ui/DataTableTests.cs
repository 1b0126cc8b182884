using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Ui;

public sealed class DataTableTests
{
    private static readonly Pod[] Pods = [new(1, "sonarr-0", "media", 3), new(2, "gitea-10", "git", 0), new(3, "gitea-2", "git", 1)];

    [Fact]
    public async Task Table_ShowsEachRowOnceUnderItsHeadings()
    {
        await using var context = new UiContext();

        var table = Render(context, Pods);

        Assert.Equal(["Name", "Namespace", "Restarts"], table.FindAll("[role=columnheader]").Select(Text));
        Assert.Equal(["sonarr-0", "gitea-10", "gitea-2"], Names(table));
        Assert.Equal("/pods/sonarr-0", table.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public async Task Filter_ShowsWhatMatchedAndWhere()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);

        await table.Find("input[type=search]").InputAsync("GIT");

        Assert.Equal(["gitea-10", "gitea-2"], Names(table));
        Assert.Equal("2 of 3, found in name, namespace", Text(table.Find("[role=status]")));
    }

    [Fact]
    public async Task Filter_OfSeveralWords_WantsThemAll()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);

        await table.Find("input[type=search]").InputAsync("git 10");

        Assert.Equal(["gitea-10"], Names(table));
    }

    [Fact]
    public async Task Filter_ThatMatchesNothing_OffersToClearIt()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);
        await table.Find("input[type=search]").InputAsync("plex");

        Assert.Contains("Nothing matches “plex”", table.Markup, StringComparison.Ordinal);
        await table.Find("button:contains('Clear the filter')").ClickAsync();

        Assert.Equal(3, Names(table).Count);
    }

    [Fact]
    public async Task Filter_OnceTyped_StandsInTheAddress()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);

        await table.Find("input[type=search]").InputAsync("git");
        await table.Find("input[type=search]").ChangeAsync("git");

        Assert.EndsWith("?q=git", context.Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public async Task Address_WithFilterAndOrder_IsHonoured()
    {
        await using var context = new UiContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/pods?q=git&sort=-name");

        var table = Render(context, Pods);

        Assert.Equal(["gitea-10", "gitea-2"], Names(table));
        Assert.Equal("git", table.Find("input[type=search]").GetAttribute("value"));
        Assert.Equal("descending", table.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Heading_Pressed_SortsNamesAsPeopleCountThenTurnsThenRestores()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);

        await table.Find("th button").ClickAsync();
        Assert.Equal(["gitea-2", "gitea-10", "sonarr-0"], Names(table));
        Assert.Equal("ascending", table.Find("th").GetAttribute("aria-sort"));

        await table.Find("th button").ClickAsync();
        Assert.Equal(["sonarr-0", "gitea-10", "gitea-2"], Names(table));

        await table.Find("th button").ClickAsync();
        Assert.Equal(["sonarr-0", "gitea-10", "gitea-2"], Names(table));
        Assert.Null(table.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Cell_WhoseTextChanged_GlowsAndNoOther()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);
        Assert.Empty(table.FindAll(".glow"));

        table.Render(parameters => parameters.Add(part => part.Items, [Pods[0] with { Restarts = 4 }, Pods[1], Pods[2]]));

        Assert.Equal("4", Text(Assert.Single(table.FindAll(".glow"))));
    }

    [Fact]
    public async Task Row_ThatDidNotChange_IsNotDrawnAgain()
    {
        await using var context = new UiContext();
        var table = Render(context, Pods);
        var drawn = table.FindComponents<DataRow<Pod>>().Select(row => row.RenderCount).ToArray();

        table.Render(parameters => parameters.Add(part => part.Items, [Pods[0] with { Restarts = 4 }, Pods[1] with { }, Pods[2]]));

        Assert.Equal([drawn[0] + 1, drawn[1], drawn[2]], table.FindComponents<DataRow<Pod>>().Select(row => row.RenderCount));
    }

    [Fact]
    public async Task Table_WithoutRows_SaysSo()
    {
        await using var context = new UiContext();

        var table = Render(context, []);

        Assert.Contains("No pods", table.Markup, StringComparison.Ordinal);
        Assert.Empty(table.FindAll("table"));
    }

    [Fact]
    public async Task Table_Loading_DoesNotClaimToBeEmpty()
    {
        await using var context = new UiContext();

        var table = Render(context, [], new Freshness(true, null, null));

        Assert.DoesNotContain("No pods", table.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(table.FindAll("[aria-busy=true]"));
    }

    [Fact]
    public async Task Table_Unreachable_KeepsItsRowsGreyedWithTheReason()
    {
        await using var context = new UiContext();

        var table = Render(context, Pods, new Freshness(false, context.Clock.GetUtcNow().AddHours(-2), "10.0.0.200 does not answer."));

        Assert.Equal(3, Names(table).Count);
        Assert.Contains("stale-content", table.Find("table").ClassName, StringComparison.Ordinal);
        Assert.Contains("2 h ago", table.Find("[role=status].note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongTable_BeforeThePageIsInteractive_ShowsItsFirstRows()
    {
        await using var context = new UiContext();
        context.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var table = Render(context, [.. Enumerable.Range(0, 500).Select(index => new Pod(index, $"pod-{index}", "apps", 0))]);

        Assert.Equal(100, Names(table).Count);
    }

    private static string Text(IElement element) => element.TextContent.Trim();

    private static List<string> Names(IRenderedComponent<DataTable<Pod>> table) => [.. table.FindAll("tbody a").Select(Text)];

    private static IRenderedComponent<DataTable<Pod>> Render(UiContext context, IReadOnlyList<Pod> pods, Freshness? freshness = null) =>
        context.Render<DataTable<Pod>>(parameters => parameters
            .Add(part => part.Label, "Pods")
            .Add(part => part.Items, pods)
            .Add(part => part.Key, pod => pod.Id)
            .Add(part => part.Href, pod => $"/pods/{pod.Name}")
            .Add(part => part.Freshness, freshness ?? Freshness.Current)
            .Add(part => part.Columns, Columns));

    private static readonly RenderFragment Columns = builder =>
    {
        Column(builder, "Name", pod => pod.Name, pod => pod.Name, PhonePlace.Name);
        Column(builder, "Namespace", pod => pod.Namespace, null, PhonePlace.Fact);
        Column(builder, "Restarts", pod => pod.Restarts.ToString(), pod => pod.Restarts, PhonePlace.State);
    };

    private static void Column(RenderTreeBuilder builder, string title, Func<Pod, string?> text, Func<Pod, IComparable?>? sort, PhonePlace phone)
    {
        builder.OpenComponent<Column<Pod>>(0);
        builder.AddAttribute(1, "Title", title);
        builder.AddAttribute(2, "Text", text);
        builder.AddAttribute(3, "SortBy", sort);
        builder.AddAttribute(4, "Phone", phone);
        builder.CloseComponent();
    }

    public sealed record Pod(int Id, string Name, string Namespace, int Restarts);
}
