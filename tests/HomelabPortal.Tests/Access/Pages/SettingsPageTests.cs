using Bunit;
using HomelabPortal.Access.Pages;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>An admin lets people in, changes what they may, and shuts them out again.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public async Task Users_Everybody_HasARowWithRoleWaysAndState()
    {
        await using var people = await PeoplePage.OpenAsync();
        await people.World.AddAsync("bob", Role.Viewer, password: true);
        await people.World.AddAsync("eve", Role.Operator);

        var rows = people.Context.Render<SettingsPage>().FindAll("table[aria-label=People] tbody tr");

        Assert.Equal(["ada", "bob", "eve"], rows.Select(row => row.QuerySelector(".name > span:not(.initial)")?.TextContent));
        Assert.Contains("Signed in", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("you", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Viewer", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("password", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("No way in", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Viewer, "You are a viewer.")]
    [InlineData(Role.Operator, "You are an operator.")]
    public async Task Settings_WithoutTheRole_ShowsNobody(Role role, string why)
    {
        await using var people = await PeoplePage.OpenAsync(role);
        await people.World.AddAsync("bob", Role.Viewer);

        var page = people.Context.Render<SettingsPage>();

        Assert.DoesNotContain("bob", page.Markup, StringComparison.Ordinal);
        Assert.Contains($"Only an admin may see who has an account. {why}", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_RoleTakenAwayWhileOpen_TakesTheListAway()
    {
        await using var people = await PeoplePage.OpenAsync();
        await people.World.AddAsync("bob", Role.Viewer);
        var page = people.Context.Render<SettingsPage>();

        people.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        await SetRoleAsync(people, Role.Viewer);

        await page.WaitForAssertionAsync(() => Assert.DoesNotContain("bob", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invite_AName_ShowsTheLinkOnceAndListsIt()
    {
        await using var people = await PeoplePage.OpenAsync();
        var page = people.Context.Render<SettingsPage>();

        await page.Button("Invite somebody").ClickAsync();
        await page.Find("#invite-name").InputAsync("carol");
        await page.Button("Make the link").ClickAsync();

        var link = page.Find(".copyable code").TextContent;
        Assert.StartsWith(people.Context.Services.GetRequiredService<NavigationManager>().BaseUri, link, StringComparison.Ordinal);
        people.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.Find("dialog[open], dialog").TriggerEventAsync("onclose", EventArgs.Empty);
        await page.WaitForAssertionAsync(() => Assert.Contains("carol", page.Find("table[aria-label='Open links']").TextContent, StringComparison.Ordinal));
        Assert.Contains("join as viewer", page.Find("table[aria-label='Open links']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_ANameThatIsTaken_SaysSoAtTheField()
    {
        await using var people = await PeoplePage.OpenAsync();
        var page = people.Context.Render<SettingsPage>();

        await page.Button("Invite somebody").ClickAsync();
        await page.Find("#invite-name").InputAsync("ADA");
        await page.Button("Make the link").ClickAsync();

        Assert.Equal("ADA has an account already.", page.Find("#invite-name-error").TextContent.Trim());
        Assert.Empty(people.World.Store.Current.Invitations);
    }

    [Fact]
    public async Task Links_TakenBack_AreGone()
    {
        await using var people = await PeoplePage.OpenAsync();
        var page = people.Context.Render<SettingsPage>();
        await page.Button("Invite somebody").ClickAsync();
        await page.Button("Make the link").ClickAsync();
        people.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("table[aria-label='Open links']")));

        await page.Button("Take back").ClickAsync();

        Assert.Empty(people.World.Store.Current.Invitations);
    }

    [Fact]
    public async Task User_GivenAnotherRole_HasItAtOnce()
    {
        await using var people = await PeoplePage.OpenAsync();
        var bob = await people.World.AddAsync("bob", Role.Viewer, password: true);
        var page = Open(people, bob);

        await page.FindAll("dialog input[value=Operator]")[^1].ChangeAsync("Operator");
        await page.Button("Make bob operator").ClickAsync();

        Assert.Equal(Role.Operator, people.Find("bob")?.Role);
    }

    [Fact]
    public async Task User_Disabled_IsSignedOutAndCanBeEnabled()
    {
        await using var people = await PeoplePage.OpenAsync();
        var bob = await people.World.AddAsync("bob", Role.Viewer, password: true);
        var session = await people.World.SignInAsync(bob);
        var page = Open(people, bob);

        await page.Button("Disable bob").ClickAsync();

        Assert.True(people.Find("bob")?.IsDisabled);
        Assert.False(people.World.IsSignedIn(session));
        people.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.WaitForAssertionAsync(() => Assert.Null(page.WhyNot("Enable bob")));
        Assert.Equal("The account is disabled. Enable it first.", page.WhyNot("Make a way-back link"));
    }

    [Fact]
    public async Task User_ThatIsYou_CannotBeDisabledOrRemoved()
    {
        await using var people = await PeoplePage.OpenAsync();

        var page = Open(people, people.Ada);

        Assert.Equal("That is you. Another admin can do it.", page.WhyNot("Disable ada"));
        Assert.Equal("That is you. Another admin can do it.", page.WhyNot("Remove ada"));
    }

    [Fact]
    public async Task LastAdmin_MadeViewer_IsRefusedWithTheReason()
    {
        await using var people = await PeoplePage.OpenAsync();
        var page = Open(people, people.Ada);

        await page.FindAll("dialog input[value=Viewer]")[^1].ChangeAsync("Viewer");
        await page.Button("Make ada viewer").ClickAsync();

        Assert.Equal(Role.Admin, people.Find("ada")?.Role);
        Assert.Contains("This is the last admin who can sign in.", page.Find("dialog .error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_Removed_OnlyAfterTheNameIsTyped()
    {
        await using var people = await PeoplePage.OpenAsync();
        var bob = await people.World.AddAsync("bob", Role.Viewer, password: true);
        var page = Open(people, bob);

        await page.Button("Remove bob").ClickAsync();
        var confirm = page.FindAll("button").Last(button => button.TextContent.Trim() == "Remove bob");
        await confirm.ClickAsync();
        Assert.NotNull(people.Find("bob"));
        await page.FindAll("dialog input.mono")[^1].InputAsync("bob");
        await page.FindAll("button").Last(button => button.TextContent.Trim() == "Remove bob").ClickAsync();

        Assert.Null(people.Find("bob"));
    }

    private static IRenderedComponent<SettingsPage> Open(PeoplePage people, Account account)
    {
        people.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/settings?user={account.Id}");
        return people.Context.Render<SettingsPage>();
    }

    private static Task SetRoleAsync(PeoplePage people, Role role) =>
        people.World.Store.WriteAsync(
            async context =>
            {
                (await context.Users.FindAsync(people.Ada.Id))!.Role = role;
                return await context.SaveChangesAsync();
            },
            CancellationToken.None);
}
