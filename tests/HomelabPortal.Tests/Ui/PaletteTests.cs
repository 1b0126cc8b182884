using Bunit;
using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Tests.Ui;

public sealed class PaletteTests
{
    [Fact]
    public async Task Palette_ForAScreenReader_IsAFieldOverAListOfOptions()
    {
        await using var context = new UiContext();

        var palette = context.Render<Palette>();
        var field = palette.Find("[role=combobox]");

        Assert.Equal(palette.Find("[role=listbox]").Id, field.GetAttribute("aria-controls"));
        Assert.All(palette.FindAll("[role=option]"), option => Assert.Equal("-1", option.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task Palette_HoldsEveryPlaceAndEveryStandingAct()
    {
        await using var context = new UiContext();

        var hrefs = context.Render<Palette>().FindAll("a[role=option]").Select(option => option.GetAttribute("href")!).ToList();

        Assert.Equal([], Places.All.Select(place => place.Href).Concat(PaletteEntries.All.Select(entry => entry.Href)).Except(hrefs));
    }
}
