using Bunit;
using HomelabPortal.Ui.Icons;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Values;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Ui;

public sealed class ValuesTests
{
    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(99.9, "99 s")]
    [InlineData(100, "1 min")]
    [InlineData(5_999, "99 min")]
    [InlineData(6_000, "1 h")]
    [InlineData(172_799, "47 h")]
    [InlineData(172_800, "2 d")]
    [InlineData(-5, "0 s")]
    public void Age_IsShortAndExactEnough(double seconds, string text) =>
        Assert.Equal(text, RelativeTime.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task TimeText_OfNothing_SaysNever()
    {
        await using var context = new UiContext();

        var text = context.Render<TimeText>(parameters => parameters.Add(part => part.At, null));

        Assert.Equal("never", text.Find("span").TextContent.Trim());
    }

    [Fact]
    public async Task TimeText_GivesTheExactTimeOnDemand()
    {
        await using var context = new UiContext();

        var text = context.Render<TimeText>(parameters => parameters.Add(part => part.At, context.Clock.GetUtcNow().AddMinutes(-12)));

        Assert.Equal("12 min ago", text.Find("span").TextContent.Trim());
        Assert.Equal("2026-11-21 09:18:00 UTC", text.Find("time").GetAttribute("title"));
    }

    [Theory]
    [InlineData(0.305, "30 %", "30")]
    [InlineData(1.7, "100 %", "100")]
    [InlineData(null, "–", "0")]
    public async Task Meter_SaysItsShare(double? share, string shown, string now)
    {
        await using var context = new UiContext();

        var meter = context.Render<Meter>(parameters => parameters.Add(part => part.Label, "CPU").Add(part => part.Share, share));

        Assert.Equal(shown, meter.Find("[role=meter]").TextContent.Trim());
        Assert.Equal(now, meter.Find("[role=meter]").GetAttribute("aria-valuenow"));
    }

    [Theory]
    [InlineData("longhorn-manager-x9k4w")]
    [InlineData("ab")]
    [InlineData("")]
    public async Task MiddleTruncate_KeepsTheWholeNameForReadersAndTooltips(string name)
    {
        await using var context = new UiContext();

        var text = context.Render<MiddleTruncate>(parameters => parameters.Add(part => part.Text, name));

        Assert.Equal(name, text.Find(".middle").TextContent);
        Assert.Equal(name, text.Find(".middle").GetAttribute("title"));
    }

    [Fact]
    public void Sparkline_LeavesGapsWhereNothingIsKnown() =>
        Assert.Equal("M0 21.5L10 1.5M30 11.5", SparklinePath.Of([0, 10, null, 5], 30, 23, 10));

    [Theory]
    [InlineData("sonarr.png", "sonarr")]
    [InlineData("si-sonarr", "sonarr")]
    [InlineData("si-sonarr-#aa5cc3", "sonarr")]
    [InlineData("Home Assistant", "homeassistant")]
    [InlineData("jellyseerr", null)]
    public async Task AppIcon_IsFoundByTheNamesThatAnnotationsUse(string wanted, string? symbol)
    {
        await using var context = new UiContext();

        Assert.Equal(symbol, context.Services.GetRequiredService<AppIcons>().Find(wanted));
    }

    [Fact]
    public async Task AppIcon_NotBundled_IsALetterTile()
    {
        await using var context = new UiContext();

        var icon = context.Render<AppIcon>(parameters => parameters.Add(part => part.Name, "jellyseerr"));

        Assert.Equal("J", icon.Find("b").TextContent);
    }

    [Fact]
    public async Task Glow_OnlyAfterAChange()
    {
        await using var context = new UiContext();
        var glow = context.Render<Glow>(parameters => parameters.Add(part => part.Value, "41"));
        Assert.Empty(glow.FindAll(".glow"));

        glow.Render(parameters => parameters.Add(part => part.Value, "42"));

        Assert.Equal("42", glow.Find(".glow").TextContent);
    }
}
