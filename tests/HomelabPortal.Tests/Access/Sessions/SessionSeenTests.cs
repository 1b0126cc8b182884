using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Access.Sessions;

public sealed class SessionSeenTests
{
    [Fact]
    public async Task Session_UsedManyTimes_IsWrittenOnceAMinute()
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("ada", Role.Viewer));
        var begun = world.Store.Current;

        world.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var times = 0; times < 50; times++)
            world.Seen.Note(me.SessionId);
        Assert.Same(begun, world.Store.Current);
        await world.Seen.FlushAsync(CancellationToken.None);
        var written = world.Store.Current;
        await world.Seen.FlushAsync(CancellationToken.None);

        Assert.NotSame(begun, written);
        Assert.Same(written, world.Store.Current);
        Assert.Equal(world.Clock.GetUtcNow(), world.Store.Current.Sessions[me.SessionId!].LastSeenAt);
    }

    [Fact]
    public async Task Session_ThatHasEnded_IsNotBroughtBack()
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("ada", Role.Viewer));
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        world.Seen.Note(me.SessionId);
        await world.Book.EndAsync(row => row.Id == me.SessionId, "Sign out", me, CancellationToken.None);

        await world.Seen.FlushAsync(CancellationToken.None);

        Assert.False(world.IsSignedIn(me));
    }

    [Fact]
    public async Task Portal_Running_WritesByItselfEachMinute()
    {
        using var world = await SessionWorld.OpenAsync();
        var me = await world.SignInAsync(await world.AddAsync("ada", Role.Viewer));
        await world.Seen.StartAsync(CancellationToken.None);
        while (world.Clock.WaitingTimers == 0)
            await Task.Yield();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Seen.Note(me.SessionId);
        var noted = world.Clock.GetUtcNow();

        world.Clock.Advance(SessionSeen.Interval);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (world.Store.Current.Sessions[me.SessionId!].LastSeenAt != noted)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await world.Seen.StopAsync(CancellationToken.None);
    }
}
