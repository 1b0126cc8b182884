using Bunit;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Ui;

public sealed class ToastsTests
{
    [Fact]
    public async Task GoodNews_IsReadOutWithItsLinkAndLeavesByItself()
    {
        await using var context = new UiContext();
        var toasts = context.Render<Toasts>();

        context.Toasts.Add(new Toast(HealthState.Healthy, "jellyfin is exposed.", "/activity/7", "See the record"));

        await toasts.WaitForAssertionAsync(() => Assert.Contains("jellyfin is exposed.", toasts.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("/activity/7", toasts.Find("a").GetAttribute("href"));
        context.Clock.Advance(ToastQueue.Stay);
        await toasts.WaitForAssertionAsync(() => Assert.Empty(toasts.FindAll(".toast")));
    }

    [Fact]
    public async Task BadNews_StaysUntilClosed()
    {
        await using var context = new UiContext();
        var toasts = context.Render<Toasts>();
        context.Toasts.Add(new Toast(HealthState.Broken, "sonarr could not be restarted."));
        context.Clock.Advance(TimeSpan.FromHours(1));
        await toasts.WaitForAssertionAsync(() => Assert.Single(toasts.FindAll(".toast")));

        await toasts.Find("button[aria-label='Close message']").ClickAsync();

        await toasts.WaitForAssertionAsync(() => Assert.Empty(toasts.FindAll(".toast")));
    }
}
