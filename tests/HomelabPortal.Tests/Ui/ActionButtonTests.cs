using Bunit;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Tests.Ui;

public sealed class ActionButtonTests
{
    [Fact]
    public async Task Button_Pressed_RunsItsActOnce()
    {
        await using var context = new UiContext();
        var presses = 0;
        var button = context.Render<ActionButton>(parameters => parameters.Add(part => part.Text, "Restart sonarr").Add(part => part.OnPress, () => { presses++; }));

        await button.Find("button").ClickAsync();

        Assert.Equal(1, presses);
        Assert.Equal("Restart sonarr", button.Find("button").TextContent.Trim());
    }

    [Fact]
    public async Task Button_WhileItsActRuns_IsBusyAndTakesNoSecondPress()
    {
        await using var context = new UiContext();
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var presses = 0;
        var button = context.Render<ActionButton>(parameters => parameters
            .Add(part => part.Text, "Restart sonarr")
            .Add(part => part.BusyText, "Restarting sonarr")
            .Add(part => part.OnPress, () => { presses++; return finish.Task; }));

        var first = button.Find("button").ClickAsync();
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
        Assert.Equal("Restarting sonarr", button.Find("button").TextContent.Trim());
        await button.Find("button").ClickAsync();
        finish.SetResult();
        await first;

        Assert.Equal(1, presses);
        await button.WaitForAssertionAsync(() => Assert.Null(button.Find("button").GetAttribute("aria-busy")));
    }

    [Fact]
    public async Task Button_Disabled_SaysWhyAndDoesNothing()
    {
        await using var context = new UiContext();
        var presses = 0;
        var button = context.Render<ActionButton>(parameters => parameters
            .Add(part => part.Text, "Scale radarr")
            .Add(part => part.DisabledReason, new Reason("Owned by Argo CD."))
            .Add(part => part.OnPress, () => { presses++; }));

        await button.Find("button").ClickAsync();

        Assert.Equal(0, presses);
        Assert.Equal("true", button.Find("button").GetAttribute("aria-disabled"));
        Assert.Equal("Owned by Argo CD.", button.Find("#" + button.Find("button").GetAttribute("aria-describedby")).TextContent);
    }
}
