using Bunit;
using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Tests.Ui;

public sealed class ShortcutTableTests
{
    private static readonly IReadOnlyList<Shortcut> _all = [.. ShortcutTable.Groups.SelectMany(group => group.Shortcuts)];

    [Fact]
    public void Keys_OfOneScope_AreAllDifferent() => Assert.Distinct(_all.Select(shortcut => shortcut.Id));

    [Fact]
    public void Place_EachOfThem_HasItsLetter() => Assert.All(Places.All, place => Assert.Contains(new Shortcut("go", place.Letter, place.Title), _all));

    [Theory]
    [InlineData('?', "This list")]
    [InlineData('/', "Filter")]
    [InlineData('j', "Next row")]
    [InlineData('k', "Previous row")]
    [InlineData('l', "Logs")]
    [InlineData('y', "YAML")]
    [InlineData('s', "Shell")]
    public void Key_ThatPeopleKnow_DoesWhatTheyExpect(char key, string words) => Assert.Equal(words, _all.Single(shortcut => shortcut.Id == $"do:{key}").Words);

    [Fact]
    public async Task List_NamesTheFixedKeysOfTheMap()
    {
        await using var context = new UiContext();

        var map = context.Render<Shortcuts>().FindAll("section").Single(group => group.QuerySelector("h3")!.TextContent == "Map");

        Assert.Equal(["← ↑ → ↓", "+", "-", "0"], map.QuerySelectorAll("kbd").Select(key => key.TextContent));
    }

    [Fact]
    public async Task List_ShowsEveryShortcutWithAWayToChangeIt()
    {
        await using var context = new UiContext();

        var list = context.Render<Shortcuts>();

        Assert.Equal(_all.Select(shortcut => shortcut.Id).Order(), list.FindAll("[data-shortcut]").Where(row => row.QuerySelector("button[data-rebind]") is not null).Select(row => row.GetAttribute("data-shortcut")!).Order());
    }
}
