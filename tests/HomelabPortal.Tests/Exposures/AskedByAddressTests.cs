using Bunit;
using HomelabPortal.Activity;
using HomelabPortal.Exposures;
using HomelabPortal.Plans.Closing;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Exposures;

/// <summary>The palette asks by the address, also for the page that is open already, and for the same thing twice.</summary>
public sealed class AskedByAddressTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("remove", "Remove ")]
    [InlineData("reach", "Tunnel ")]
    public async Task Exposure_AskedForWhileItsPageIsOpen_OpensItsDialogEachTime(string ask, string title)
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        page.Activity.Publish(ActivityState.Empty);
        var detail = page.Context.Render<ExposureDetail>(parameters => parameters
            .Add(part => part.Exposure, Desire.Exposure()).Add(part => part.Status, null).Add(part => part.Reconcile, ReconcileStatus.NotStarted));

        await IsAskedTwiceAsync(page, detail, $"/exposures/exposure01?ask={ask}", title);
    }

    [Fact]
    public async Task PanicButton_AskedForWhileItsPageIsOpen_OpensItsDialogEachTime()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);

        await IsAskedTwiceAsync(page, page.Context.Render<CloseTunnelsButton>(), "/exposures?ask=close", "Close all tunnel routes?");
    }

    private static async Task IsAskedTwiceAsync<T>(ActsPage page, IRenderedComponent<T> part, string address, string title)
        where T : IComponent
    {
        var navigation = page.Context.Services.GetRequiredService<NavigationManager>();
        Assert.Empty(part.FindAll("dialog h2"));
        for (var time = 0; time < 2; time++)
        {
            navigation.NavigateTo(address);
            await part.WaitForAssertionAsync(() => Assert.StartsWith(title, part.Find("dialog h2").TextContent, StringComparison.Ordinal), _patience);
            await part.FindAll("dialog").Single(dialog => dialog.QuerySelector("h2") is not null).TriggerEventAsync("onclose", EventArgs.Empty);
            await part.WaitForAssertionAsync(() => Assert.Empty(part.FindAll("dialog h2")), _patience);
            Assert.Equal("", new Uri(navigation.Uri).Query);
        }
    }
}
