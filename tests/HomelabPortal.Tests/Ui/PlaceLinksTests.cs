using Bunit;
using HomelabPortal.Ui.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Ui;

public sealed class PlaceLinksTests
{
    public static TheoryData<string> Addresses => [.. Places.All.Select(place => place.Href)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Link_OfTheOpenPlace_IsTheOnlyOneMarked(string address)
    {
        await using var context = new UiContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var links = context.Render<PlaceLinks>();

        Assert.EndsWith(address, Assert.Single(links.FindAll("a.active")).GetAttribute("href"));
    }
}
