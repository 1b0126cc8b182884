using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Sessions;

public sealed class SessionActsTests
{
    [Fact]
    public async Task EndOne_OfOnesOwn_EndsItAndSaysSoInTheAudit()
    {
        using var world = await SessionWorld.OpenAsync();
        var ada = await world.AddAsync("ada", Role.Viewer);
        var (here, there) = (await world.SignInAsync(ada), await world.SignInAsync(ada));

        var outcome = await world.Acts.EndAsync(there.SessionId!, here, CancellationToken.None);

        Assert.True(outcome.Succeeded);
        Assert.True(world.IsSignedIn(here));
        Assert.False(world.IsSignedIn(there));
        Assert.Contains(await AuditAsync(world), row => row is { Act: "End the own session on Firefox on Linux", Actor: "ada", Outcome: "1 ended" });
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task EndOne_OfSomebodyElseWithoutTheRole_IsRefusedAndRecorded(Role role)
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("bob", role));
        var other = await world.SignInAsync(await world.AddAsync("ada", Role.Admin));

        var outcome = await world.Acts.EndAsync(other.SessionId!, me, CancellationToken.None);

        Assert.Equal(AccessRefusalKind.Role, outcome.Refusal?.Kind);
        Assert.True(world.IsSignedIn(other));
        Assert.Contains(await AuditAsync(world), row => row.Actor == "bob" && row.Outcome?.StartsWith("refused", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task EndOne_ByAnActorThatClaimsAnotherAccount_IsStillJudgedByItsSession()
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("bob", Role.Viewer));
        var other = await world.SignInAsync(await world.AddAsync("ada", Role.Admin));

        await world.Acts.EndAsync(other.SessionId!, me with { AccountId = other.AccountId }, CancellationToken.None);

        Assert.True(world.IsSignedIn(other));
    }

    [Fact]
    public async Task EndOthers_OfMine_LeavesThisOneAndThoseOfOthers()
    {
        using var world = await SessionWorld.OpenAsync();
        var ada = await world.AddAsync("ada", Role.Viewer);
        var (here, there, bob) = (await world.SignInAsync(ada), await world.SignInAsync(ada), await world.SignInAsync(await world.AddAsync("bob", Role.Viewer)));

        await world.Acts.EndOthersAsync(here, CancellationToken.None);

        Assert.Equal((true, false, true), (world.IsSignedIn(here), world.IsSignedIn(there), world.IsSignedIn(bob)));
    }

    [Fact]
    public async Task EndAllOfAPerson_ByAnAdmin_EndsEachOfThem()
    {
        using var world = await SessionWorld.OpenAsync();
        var bob = await world.AddAsync("bob", Role.Operator);
        var (first, second, admin) = (await world.SignInAsync(bob), await world.SignInAsync(bob), await world.SignInAsync(await world.AddAsync("ada", Role.Admin)));

        Assert.NotNull((await world.Acts.EndAllOfAsync(bob.Id, first, CancellationToken.None)).Refusal);
        await world.Acts.EndAllOfAsync(bob.Id, admin, CancellationToken.None);

        Assert.Equal((false, false, true), (world.IsSignedIn(first), world.IsSignedIn(second), world.IsSignedIn(admin)));
    }

    [Fact]
    public async Task EndOne_ThatHasEnded_SaysSo()
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("ada", Role.Admin));

        Assert.Equal("It has ended already.", (await world.Acts.EndAsync("none", me, CancellationToken.None)).Fault);
    }

    private static async Task<List<AuditRow>> AuditAsync(SessionWorld world)
    {
        await using var context = world.Database.CreateDbContext();
        return await context.Audit.AsNoTracking().ToListAsync();
    }
}
