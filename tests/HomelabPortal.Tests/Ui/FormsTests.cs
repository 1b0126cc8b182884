using Bunit;
using HomelabPortal.Ui.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Ui;

public sealed class FormsTests
{
    [Fact]
    public async Task Field_WithAFault_SaysItAtTheField()
    {
        await using var context = new UiContext();

        var field = context.Render<Field>(parameters => parameters
            .Add(part => part.Label, "Hostname")
            .Add(part => part.For, "host")
            .Add(part => part.Error, "pihole.cowlab.org is taken.")
            .AddChildContent("<input id=\"host\">"));

        Assert.Equal("host", field.Find("label").GetAttribute("for"));
        Assert.Equal("host-error", field.Find("[role=alert]").Id);
        Assert.Equal("pihole.cowlab.org is taken.", field.Find("[role=alert]").TextContent.Trim());
    }

    [Fact]
    public async Task SegmentedControl_Chosen_TellsItsOwner()
    {
        await using var context = new UiContext();
        string? chosen = null;
        var control = context.Render<SegmentedControl>(parameters => parameters
            .Add(part => part.Label, "Reachable from")
            .Add(part => part.Choices, [new Choice("lan", "LAN"), new Choice("tunnel", "Internet"), new Choice("both", "Both", null, "No tunnel is configured.")])
            .Add(part => part.Value, "lan")
            .Add(part => part.ValueChanged, value => { chosen = value; }));

        await control.Find("input[value=tunnel]").ChangeAsync("tunnel");

        Assert.Equal("tunnel", chosen);
        Assert.True(control.Find("input[value=lan]").HasAttribute("checked"));
        Assert.True(control.Find("input[value=both]").HasAttribute("disabled"));
        Assert.Equal("No tunnel is configured.", control.FindAll("label")[2].GetAttribute("title"));
    }

    [Fact]
    public async Task Tabs_AreLinksThatKeepTheRestOfTheAddress()
    {
        await using var context = new UiContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/pods/a?q=x&tab=events");

        var tabs = context.Render<Tabs>(parameters => parameters
            .Add(part => part.Label, "Parts")
            .Add(part => part.Choices, [new Choice("overview", "Overview"), new Choice("events", "Events", 12)])
            .Add(part => part.Value, "events"));

        Assert.EndsWith("/pods/a?q=x", tabs.FindAll("a")[0].GetAttribute("href"));
        Assert.EndsWith("/pods/a?q=x&tab=events", tabs.Find("[aria-current=page]").GetAttribute("href"));
    }
}
