using HomelabPortal.Access;
using HomelabPortal.Access.Providers;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Providers;

public sealed class ProviderAccountsTests
{
    [Theory]
    [InlineData("1", Role.Admin)]
    [InlineData("2", Role.Operator)]
    [InlineData("3", Role.Viewer)]
    [InlineData("4", null)]
    public async Task FirstSignIn_IsMadeByItsGroup(string subject, Role? role)
    {
        await using var world = await ProviderWorld.OpenAsync();

        var session = await world.SignInAsync(subject);

        Assert.Equal(role, session is null ? null : world.AccountOf(session).Role);
        Assert.Equal(session is null ? 0 : 1, world.Store.Current.Accounts.Count);
    }

    [Fact]
    public async Task Subject_ThatComesAgainUnderAnotherName_IsTheSameAccount()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var first = (await world.SignInAsync("1"))!;
        world.Identity.State.Change("1", user => user with { Name = "annika" });

        Assert.Equal(first.AccountId, (await world.SignInAsync("1"))!.AccountId);
    }

    [Fact]
    public async Task Name_OfAnotherSubject_IsAnotherAccount()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var first = (await world.SignInAsync("1"))!;
        world.Identity.State.Change("3", user => user with { Name = "anna" });

        var second = (await world.SignInAsync("3"))!;

        Assert.NotEqual(first.AccountId, second.AccountId);
        Assert.Equal(("anna", "anna-gitea"), (world.AccountOf(first).Name, world.AccountOf(second).Name));
        Assert.Equal((Role.Admin, Role.Viewer), (world.AccountOf(first).Role, world.AccountOf(second).Role));
    }

    [Theory]
    [InlineData("ANNA")]
    [InlineData("anna")]
    public async Task Name_OfALocalAccount_IsNeverJoined(string local)
    {
        await using var world = await ProviderWorld.OpenAsync();
        var account = await world.AddLocalAsync(local, Role.Admin);
        world.Identity.State.Change("1", user => user with { Groups = ["homelab:family"] });

        var session = (await world.SignInAsync("1"))!;

        Assert.NotEqual(account.Id, session.AccountId);
        Assert.Equal(Role.Viewer, world.AccountOf(session).Role);
        Assert.Equal(Role.Admin, world.Store.Current.Accounts[account.Id].Role);
    }

    [Fact]
    public async Task Issuer_ExchangedUnderTheSameName_OpensNoOldAccount()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var first = (await world.SignInAsync("1"))!;
        var (person, _) = await world.AskAsync("1");

        var (account, _) = await world.Accounts.EnterAsync(world.Gitea with { Issuer = "https://other.example.org" }, person, null, CancellationToken.None);

        Assert.NotEqual(first.AccountId, account!.Id);
    }

    [Fact]
    public async Task Account_Linked_KeepsTheRoleItHasHere()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var local = await world.AddLocalAsync("dora", Role.Operator);
        var (person, _) = await world.AskAsync("4");

        Assert.Null(await world.Accounts.LinkAsync(world.Gitea, person, new Actor("dora") { AccountId = local.Id }, CancellationToken.None));
        var session = (await world.SignInAsync("4"))!;

        Assert.Equal(local.Id, session.AccountId);
        Assert.Equal(Role.Operator, world.AccountOf(session).Role);
        Assert.False(await world.Accounts.IsMadeByAsync(world.Gitea, local.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Subject_OfAnotherAccount_IsNotLinked()
    {
        await using var world = await ProviderWorld.OpenAsync();
        await world.SignInAsync("1");
        var local = await world.AddLocalAsync("eve", Role.Viewer);
        var (person, _) = await world.AskAsync("1");

        var problem = await world.Accounts.LinkAsync(world.Gitea, person, new Actor("eve") { AccountId = local.Id }, CancellationToken.None);

        Assert.Equal(ProviderProblem.LinkedElsewhere, problem);
        Assert.Empty(world.Store.Current.Accounts[local.Id].Providers);
    }

    [Fact]
    public async Task Acts_OfAProvider_AreInTheAudit()
    {
        await using var world = await ProviderWorld.OpenAsync();
        await world.SignInAsync("1");
        world.Identity.State.Change("1", user => user with { Groups = [] });
        await world.SignInAsync("1");

        await using var context = world.Database();
        var rows = await context.Audit.OrderBy(row => row.Id).Select(row => $"{row.Actor}: {row.Act}, {row.Outcome}").ToListAsync();
        Assert.Equal(
            ["anna: Make the account anna, Admin by a group of Gitea", "anna: Sign in, with Gitea", "portal: Disable anna, no group of Gitea is left"], rows);
    }
}
