using Bunit;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Pages;
using HomelabPortal.Activity;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Plans;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>Whoever may not do something finds its button there, switched off, with the reason.</summary>
public sealed class ButtonReasonTests
{
    [Theory]
    [InlineData(Role.Viewer, "Only an admin may expose a service to the Internet. You are a viewer.", "Only an operator may take an exposure back. You are a viewer.")]
    [InlineData(Role.Operator, "Only an admin may expose a service to the Internet. You are an operator.", null)]
    [InlineData(Role.Admin, null, null)]
    public async Task ExposureDetail_Buttons_SayWhoMayPressThem(Role role, string? publish, string? remove)
    {
        await using var page = await ActsPage.OpenAsync(role);
        var detail = Detail(page);

        Assert.Equal(publish, detail.WhyNot("Tunnel to the Internet"));
        Assert.Equal(remove, detail.WhyNot("Remove"));
    }

    [Fact]
    public async Task ExposureDetail_PublicName_IsTakenOffByAnOperatorAndNobodyBelow()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);
        var detail = Detail(page, Visibility.Tunnel);
        Assert.Equal("Only an operator may take an exposure back. You are a viewer.", detail.WhyNot("Take off the Internet"));

        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.Person.Becomes(Role.Operator);

        await detail.WaitForAssertionAsync(() => Assert.Null(detail.WhyNot("Take off the Internet")));
    }

    [Fact]
    public async Task ExposureDetail_RoleTakenAwayWhileOpen_SwitchesItsButtonsOff()
    {
        await using var page = await ActsPage.OpenAsync(Role.Admin);
        var detail = Detail(page);
        Assert.Null(detail.WhyNot("Remove"));

        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.Person.Becomes(Role.Viewer);

        await detail.WaitForAssertionAsync(() => Assert.Equal("Only an operator may take an exposure back. You are a viewer.", detail.WhyNot("Remove")));
        Assert.Empty(detail.FindAll(".history"));
    }

    [Theory]
    [InlineData(Role.Viewer, Visibility.Lan, "Only an operator may expose a service in the house. You are a viewer.")]
    [InlineData(Role.Operator, Visibility.Lan, null)]
    [InlineData(Role.Operator, Visibility.Tunnel, "Only an admin may expose a service to the Internet. You are an operator.")]
    [InlineData(Role.Admin, Visibility.Tunnel, null)]
    public async Task PlanDialog_SaveButton_NeedsTheRoleOfTheEdit(Role role, Visibility visibility, string? why)
    {
        await using var page = await ActsPage.OpenAsync(role);
        var dialog = Dialog(page, new DesiredEdit.PutExposure(Desire.Exposure(visibility: visibility)));

        await dialog.WaitForAssertionAsync(() => Assert.Equal(why, dialog.WhyNot("Save it")));
    }

    [Fact]
    public async Task PlanDialog_PressedByAViewerAllTheSame_SavesNothing()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);
        var dialog = Dialog(page, new DesiredEdit.PutExposure(Desire.Exposure()));

        await dialog.Button("Save it").ClickAsync();

        Assert.Empty(page.Store.Current.Exposures);
    }

    [Theory]
    [InlineData(Role.Viewer, "Only an admin may change the policy. You are a viewer.")]
    [InlineData(Role.Operator, "Only an admin may change the policy. You are an operator.")]
    [InlineData(Role.Admin, null)]
    public async Task PolicyCard_Choice_IsTheAdmins(Role role, string? why)
    {
        await using var page = await ActsPage.OpenAsync(role);

        var card = page.Context.Render<PolicyCard>(parameters => parameters.Add(part => part.Policy, ChangePolicy.Sync));

        Assert.Equal(why is not null, card.Find("fieldset").HasAttribute("disabled"));
        Assert.Equal(why, card.FindAll("fieldset .why").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public async Task AuditTable_Viewer_GetsNoRowAtAll()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);

        var table = Audit(page);

        Assert.DoesNotContain("Expose sonarr", table.Markup, StringComparison.Ordinal);
        Assert.Contains("Only an operator may read the audit. You are a viewer.", table.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Operator, "Only an admin may change DNS records. You are an operator.")]
    [InlineData(Role.Admin, null)]
    public async Task AuditTable_Undo_NeedsTheRoleOfWhatItWouldDo(Role role, string? why)
    {
        await using var page = await ActsPage.OpenAsync(role);

        var rows = Audit(page).FindAll("tbody tr");

        Assert.Contains("Expose sonarr", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Null(rows[0].QuerySelector(".reason"));
        Assert.Equal(why, rows[1].QuerySelector(".reason")?.TextContent);
    }

    [Fact]
    public async Task ActLink_Viewer_IsAButtonWithTheReasonAndNoLink()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);

        var link = page.Context.Render<ActLink>(parameters => parameters
            .Add(part => part.Act, Act.ExposeInHouse).Add(part => part.Text, "Expose a service").Add(part => part.Href, "/exposures/new"));

        Assert.Empty(link.FindAll("a"));
        Assert.Equal("Only an operator may expose a service in the house. You are a viewer.", link.WhyNot("Expose a service"));
    }

    private static IRenderedComponent<ExposureDetail> Detail(ActsPage page, Visibility visibility = Visibility.Lan)
    {
        page.Activity.Publish(ActivityState.Empty);
        return page.Context.Render<ExposureDetail>(parameters => parameters
            .Add(part => part.Exposure, Desire.Exposure(visibility: visibility))
            .Add(part => part.Status, null)
            .Add(part => part.Reconcile, ReconcileStatus.NotStarted));
    }

    private static IRenderedComponent<PlanDialog> Dialog(ActsPage page, DesiredEdit edit) =>
        page.Context.Render<PlanDialog>(parameters => parameters
            .Add(part => part.Title, "Save it?").Add(part => part.Act, "Save it").Add(part => part.Edit, edit)
            .Add(part => part.OwnerId, "exposure01").Add(part => part.Open, true));

    private static IRenderedComponent<AuditTable> Audit(ActsPage page)
    {
        var now = page.Context.Clock.GetUtcNow();
        page.Activity.Publish(new ActivityState(
            [
                new AuditEntry(2, now, "ada", "Expose sonarr", DesiredEdits.ExposureKind, "exposure01", null, "{}", 2, "saved"),
                new AuditEntry(1, now, "ada", "Add the record nas", DesiredEdits.DnsEntryKind, "record0001", null, "{}", 1, "saved"),
            ],
            []));
        return page.Context.Render<AuditTable>(parameters => parameters.Add(part => part.Activity, page.Activity.Current));
    }
}
