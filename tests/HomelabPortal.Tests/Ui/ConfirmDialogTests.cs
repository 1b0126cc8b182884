using Bunit;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Tests.Ui;

public sealed class ConfirmDialogTests
{
    [Fact]
    public async Task Dialog_Opened_ShowsItselfModally()
    {
        await using var context = new UiContext();

        var dialog = Render(context, typedName: null, () => { });

        Assert.Equal("Delete gitea?", dialog.Find("dialog h2").TextContent);
        Assert.Contains("Its volume goes with it.", dialog.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Single(context.JSInterop.Invocations["portal.showModal"]);
    }

    [Fact]
    public async Task Dialog_ThatAsksForTheName_ActsOnlyOnceItIsTyped()
    {
        await using var context = new UiContext();
        var acts = 0;
        var dialog = Render(context, "gitea", () => acts++);

        await dialog.Find("footer .act button").ClickAsync();
        await dialog.Find("input").InputAsync("gite");
        await dialog.Find("footer .act button").ClickAsync();
        Assert.Equal(0, acts);

        await dialog.Find("input").InputAsync("gitea");
        await dialog.Find("footer .act button").ClickAsync();
        Assert.Equal(1, acts);
    }

    [Fact]
    public async Task Dialog_ClosedByTheBrowser_TellsItsOwner()
    {
        await using var context = new UiContext();
        bool? open = null;
        var dialog = context.Render<Dialog>(parameters => parameters
            .Add(part => part.Title, "Plan")
            .Add(part => part.Open, true)
            .Add(part => part.OpenChanged, value => { open = value; }));

        await dialog.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);

        Assert.False(open);
    }

    private static IRenderedComponent<ConfirmDialog> Render(UiContext context, string? typedName, Action act) =>
        context.Render<ConfirmDialog>(parameters => parameters
            .Add(part => part.Title, "Delete gitea?")
            .Add(part => part.Act, "Delete gitea")
            .Add(part => part.Open, true)
            .Add(part => part.TypedName, typedName)
            .Add(part => part.OnConfirm, act)
            .AddChildContent("<p>Its volume goes with it.</p>"));
}
