using System.Text;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Providers;

public sealed class GroupReaderTests
{
    [Fact]
    public async Task Groups_Unchanged_ChangeNothing()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("1"))!;

        for (var pass = 0; pass < 6; pass++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(10));
            await world.ReadGroupsAsync();
        }

        Assert.True(world.IsOpen(session));
        Assert.Equal(Role.Admin, world.AccountOf(session).Role);
    }

    [Fact]
    public async Task Group_Lowered_LowersTheRoleOfTheOpenSession()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("1"))!;
        world.Identity.State.Change("1", user => user with { Groups = ["homelab:family"] });
        world.Time.Advance(TimeSpan.FromMinutes(10));

        await world.ReadGroupsAsync();

        Assert.True(world.IsOpen(session));
        Assert.Equal(Role.Viewer, world.AccountOf(session).Role);
    }

    [Fact]
    public async Task Group_TakenAway_EndsEverySessionAndTokenUntilItIsBack()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("1"))!;
        var account = new Account { Id = session.AccountId, UserName = "anna" };
        var byPasskey = await world.Sessions.BeginAsync(account, "passkey", new RequestOrigin("10.0.0.8", ""), CancellationToken.None);
        await AddTokenAsync(world, account.Id);
        world.Identity.State.Change("1", user => user with { Groups = ["homelab", "homelab:ADMINS", "homelab:admins2"] });
        world.Time.Advance(TimeSpan.FromMinutes(10));

        await world.ReadGroupsAsync();

        Assert.False(world.IsOpen(session));
        Assert.False(world.IsOpen(byPasskey));
        Assert.Null(world.Store.Current.FindToken("t1", world.Time.GetUtcNow()));
        Assert.Null(await world.SignInAsync("1"));
        world.Identity.State.Change("1", user => user with { Groups = ["homelab:operators"] });
        Assert.Equal(Role.Operator, world.AccountOf((await world.SignInAsync("1"))!).Role);
    }

    [Fact]
    public async Task Account_DisabledByAnAdmin_StaysSoWhateverTheGroups()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("1"))!;
        await world.Store.WriteAsync(
            context => context.Users.Where(row => row.Id == session.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDisabled, true)), CancellationToken.None);

        Assert.Null(await world.SignInAsync("1"));
        await world.ReadGroupsAsync();
        Assert.True(world.AccountOf(session).IsDisabled);
    }

    [Fact]
    public async Task AccessToken_Expired_IsRenewedAndTheNewOneKept()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("2"))!;
        for (var hour = 0; hour < 3; hour++)
        {
            world.Time.Advance(TimeSpan.FromHours(1));
            await world.ReadGroupsAsync();
            Assert.True(world.IsOpen(session));
        }
    }

    [Fact]
    public async Task Person_Suspended_LosesTheSession()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var (anna, ben) = ((await world.SignInAsync("1"))!, (await world.SignInAsync("2"))!);
        world.Identity.State.Change("2", user => user with { IsSuspended = true });
        world.Time.Advance(TimeSpan.FromMinutes(10));

        await world.ReadGroupsAsync();

        Assert.True(world.IsOpen(anna));
        Assert.False(world.IsOpen(ben));
    }

    [Fact]
    public async Task Provider_Silent_IsBorneForAnHour()
    {
        await using var world = await ProviderWorld.OpenAsync();
        var session = (await world.SignInAsync("1"))!;
        await world.ReadGroupsAsync();
        world.Line.IsDown = true;
        world.Time.Advance(TimeSpan.FromMinutes(59));
        await world.ReadGroupsAsync();
        Assert.True(world.IsOpen(session));
        world.Time.Advance(TimeSpan.FromMinutes(1));

        await world.ReadGroupsAsync();

        Assert.False(world.IsOpen(session));
    }

    [Fact]
    public async Task Provider_Silent_IsAskedOnceAPassHoweverManyAreSignedIn()
    {
        await using var world = await ProviderWorld.OpenAsync();
        foreach (var subject in new[] { "1", "2", "3", "1", "2", "3" })
            await world.SignInAsync(subject);
        await world.ReadGroupsAsync();
        world.Line.IsDown = true;
        var before = world.Line.Asked;

        await world.ReadGroupsAsync();

        Assert.Equal(1, world.Line.Asked - before);
    }

    [Fact]
    public async Task Tokens_AreNowhereInTheDatabaseFile()
    {
        await using var world = await ProviderWorld.OpenAsync();
        await world.SignInAsync("1");
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.ReadGroupsAsync();
        var bytes = Directory.GetFiles(world.DataFolder, "portal.db*").Select(Read).ToList();

        Assert.All(world.Identity.State.GivenOut, token => Assert.DoesNotContain(bytes, file => file.Contains(token, StringComparison.Ordinal)));
        Assert.Contains(bytes, file => file.Contains("ProviderTokens", StringComparison.Ordinal));
    }

    private static string Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static Task<int> AddTokenAsync(ProviderWorld world, string accountId) => world.Store.WriteAsync(
        context =>
        {
            context.ApiTokens.Add(new ApiTokenRow
            {
                Id = "t1", AccountId = accountId, Name = "ci", Hash = "h", LastFour = "abcd", Scopes = "[]",
                CreatedAtTicks = world.Time.GetUtcNow().UtcTicks, ExpiresAtTicks = world.Time.GetUtcNow().AddDays(1).UtcTicks,
            });
            return context.SaveChangesAsync();
        },
        CancellationToken.None);
}
