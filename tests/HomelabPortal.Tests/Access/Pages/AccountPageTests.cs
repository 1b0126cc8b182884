using Bunit;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Pages;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>A person looks after their own ways in.</summary>
public sealed class AccountPageTests
{
    [Fact]
    public async Task SignIn_WithAPasswordOnly_CannotLoseIt()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);

        var page = people.Context.Render<AccountPage>();

        Assert.Null(page.WhyNot("Change the password"));
        Assert.Equal("It is the only way you can sign in. Add a passkey first.", page.WhyNot("Remove the password"));
    }

    [Fact]
    public async Task Password_Changed_IsTypedIntoAFormThatAScriptSends()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        var page = people.Context.Render<AccountPage>();

        await page.Button("Change the password").ClickAsync();

        var form = page.Find("form[data-send='/_portal/account/password']");
        Assert.All(form.QuerySelectorAll("input[type=password]"), input => Assert.DoesNotContain(input.Attributes, attribute => attribute.Name.StartsWith("blazor:on", StringComparison.Ordinal)));
        Assert.Equal(2, form.QuerySelectorAll("input[type=password]").Length);
    }

    [Fact]
    public async Task Password_WithAStaleProof_AsksWhoItIsFirst()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        var page = people.Context.Render<AccountPage>();
        var proof = people.Context.Render<ProofDialog>();
        people.Context.Clock.Advance(TimeSpan.FromMinutes(6));

        var asking = page.Button("Change the password").ClickAsync();

        await proof.WaitForAssertionAsync(() => Assert.Contains("Confirm who you are to change how you sign in.", proof.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form[data-send]"));
        people.Context.Services.GetRequiredService<ProofRequest>().GiveUp();
        await asking;
        Assert.Empty(page.FindAll("form[data-send]"));
    }

    [Fact]
    public async Task RecoveryCodes_Made_AreShownOnceAndForgotten()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        var page = people.Context.Render<AccountPage>();

        await page.Button("Make new codes").ClickAsync();

        var codes = page.FindAll(".codes li").Select(line => line.TextContent).ToList();
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.Contains(Uri.EscapeDataString(codes[0]), page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
        await page.FindAll("dialog").Single(dialog => dialog.TextContent.Contains(codes[0], StringComparison.Ordinal)).TriggerEventAsync("onclose", EventArgs.Empty);
        Assert.DoesNotContain(codes[0], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecoveryCodes_ThatAreLeft_AreReplacedOnlyAfterAQuestion()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        var codes = people.Context.Services.GetRequiredService<RecoveryCodes>();
        var before = (await codes.RenewAsync(people.Ada.Id, CancellationToken.None))[0];
        var page = people.Context.Render<AccountPage>();
        await page.WaitForAssertionAsync(() => Assert.Contains("8 left", page.Markup, StringComparison.Ordinal));

        await page.Button("Make new codes").ClickAsync();

        Assert.Contains("The 8 codes you have stop working.", page.Markup, StringComparison.Ordinal);
        Assert.True(await codes.UseAsync(people.Ada.Id, before, CancellationToken.None));
    }

    [Fact]
    public async Task Passkeys_Renamed_HaveTheNewName()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        await AddPasskeyAsync(people, "old phone");
        var page = people.Context.Render<AccountPage>();
        await page.WaitForAssertionAsync(() => Assert.Contains("old phone", page.Markup, StringComparison.Ordinal));

        await page.Button("Rename").ClickAsync();
        await page.Find("#passkey-name").InputAsync("new phone");
        await page.Button("Save the name").ClickAsync();

        people.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.WaitForAssertionAsync(() => Assert.Contains("new phone", page.Find(".ways").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passkeys_Removed_AreGone()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        await AddPasskeyAsync(people, "old phone");
        var page = people.Context.Render<AccountPage>();
        await page.WaitForAssertionAsync(() => Assert.Contains("old phone", page.Markup, StringComparison.Ordinal));

        await page.Button("Remove").ClickAsync();
        await page.Button("Remove the passkey").ClickAsync();

        Assert.Equal(0, people.Find("ada")?.Passkeys);
    }

    [Fact]
    public async Task Sessions_Tab_ListsThisDevice()
    {
        await using var people = await PeoplePage.OpenAsync(Role.Viewer);
        people.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/account?tab=sessions");

        Assert.Contains("This device", people.Context.Render<AccountPage>().Find("tbody").TextContent, StringComparison.Ordinal);
    }

    private static Task AddPasskeyAsync(PeoplePage people, string name) =>
        people.World.Store.WriteAsync(
            async context =>
            {
                var data = new IdentityPasskeyData { Name = name, PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], CreatedAt = people.Context.Clock.GetUtcNow() };
                context.UserPasskeys.Add(new IdentityUserPasskey<string> { UserId = people.Ada.Id, CredentialId = [1, 2, 3], Data = data });
                return await context.SaveChangesAsync();
            },
            CancellationToken.None);
}
