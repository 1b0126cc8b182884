using Bunit;
using HomelabPortal.Platform;
using HomelabPortal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Ui;

public sealed class WatchTests
{
    private static readonly RenderFragment<LiveValue<string>> Show = live => builder => builder.AddContent(0, $"{live.Value}|{live.Fault}");

    [Fact]
    public async Task Watch_AtFirst_ShowsTheSnapshotAtHand()
    {
        await using var context = new UiContext();
        Add(context, "three nodes");

        var watch = context.Render<Watch<string>>(parameters => parameters.Add(part => part.ChildContent, Show));

        Assert.Equal("three nodes|", watch.Markup);
    }

    [Fact]
    public async Task Watch_OnNewSnapshot_ShowsIt()
    {
        await using var context = new UiContext();
        var live = Add(context, "three nodes");
        var watch = context.Render<Watch<string>>(parameters => parameters.Add(part => part.ChildContent, Show));

        context.Clock.Advance(TimeSpan.FromSeconds(1));
        live.Publish("four nodes");

        await watch.WaitForAssertionAsync(() => Assert.Equal("four nodes|", watch.Markup));
    }

    [Fact]
    public async Task Watch_OnFault_KeepsTheLastGoodValue()
    {
        await using var context = new UiContext();
        var live = Add(context, "three nodes");
        var watch = context.Render<Watch<string>>(parameters => parameters.Add(part => part.ChildContent, Show));

        context.Clock.Advance(TimeSpan.FromSeconds(1));
        live.PublishFault("does not answer");

        await watch.WaitForAssertionAsync(() => Assert.Equal("three nodes|does not answer", watch.Markup));
    }

    [Fact]
    public async Task Watch_WhosePageIsLeft_StopsFollowing()
    {
        await using var context = new UiContext();
        var live = Add(context, "three nodes");
        context.Render<Watch<string>>(parameters => parameters.Add(part => part.ChildContent, Show));
        live.Publish("four nodes");
        while (context.Clock.WaitingTimers == 0)
            await Task.Yield();

        await context.DisposeComponentsAsync();

        Assert.Equal(0, context.Clock.WaitingTimers);
    }

    private static Live<string> Add(UiContext context, string value)
    {
        var live = new Live<string>(value, context.Clock);
        context.Services.AddSingleton(live);
        return live;
    }
}
