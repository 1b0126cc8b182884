using Bunit;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Ui;

public sealed class StateBadgeTests
{
    [Theory]
    [InlineData(HealthState.Off, "Off")]
    [InlineData(HealthState.Healthy, "Healthy")]
    [InlineData(HealthState.Progressing, "Progressing")]
    [InlineData(HealthState.Degraded, "Degraded")]
    [InlineData(HealthState.Broken, "Broken")]
    [InlineData(HealthState.Unknown, "Unknown")]
    public async Task Badge_OfEachState_HasWordAndOwnIcon(HealthState state, string word)
    {
        await using var context = new UiContext();

        var badge = context.Render<StateBadge>(parameters => parameters.Add(part => part.State, state));

        Assert.Equal(word, badge.Find(".badge").TextContent.Trim());
        Assert.EndsWith("#" + word.ToLowerInvariant(), badge.Find("use").GetAttribute("href"));
    }

    [Fact]
    public async Task Badge_Unknown_SaysWhenItWasLastSeen()
    {
        await using var context = new UiContext();

        var badge = context.Render<StateBadge>(parameters => parameters
            .Add(part => part.State, HealthState.Unknown)
            .Add(part => part.AsOf, context.Clock.GetUtcNow().AddMinutes(-4)));

        Assert.Equal("Unknown, seen 4 min ago", badge.Find(".badge").TextContent.Trim());
    }

    [Fact]
    public void WorstOfMany_IsTheirMaximum()
    {
        HealthState[] states = [HealthState.Healthy, HealthState.Unknown, HealthState.Degraded, HealthState.Off];

        Assert.Equal(HealthState.Degraded, states.Max());
        Assert.True(HealthState.Unknown > HealthState.Healthy);
    }

    [Fact]
    public void States_AllHaveOwnIconsOfOurOwn()
    {
        var own = File.ReadAllText(Path.Combine(Repository.Folder, "wwwroot-assets", "icons", "own.svg"));

        Assert.All(Enum.GetValues<HealthState>(), state => Assert.Contains($"id=\"{state.Icon()}\"", own, StringComparison.Ordinal));
    }
}
