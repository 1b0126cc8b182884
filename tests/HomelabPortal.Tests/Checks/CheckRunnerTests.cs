using HomelabPortal.Checks;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Running;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Tests.Checks;

public sealed class CheckRunnerTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromSeconds(66);

    [Fact]
    public async Task Check_ThatGoesDownAndComesBack_IsOneOutage()
    {
        using var world = await CheckWorld.StartAsync();
        using var server = new HttpServer(HttpServer.Ok());
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 2);
        Assert.Equal(CheckPhase.Up, world.Of("web").Phase);

        server.Answer = HttpServer.Status(503);
        await world.PassAsync(_minute, 2);
        Assert.Equal((CheckPhase.Failing, 2), (world.Of("web").Phase, world.Of("web").Fails));
        Assert.Empty(await world.IncidentsAsync());
        Assert.Null(world.Of("web").OutageId);

        await world.PassAsync(_minute);
        Assert.Equal(CheckPhase.Down, world.Of("web").Phase);
        var begun = Assert.Single(await world.IncidentsAsync());
        Assert.Null(begun.EndedAtTicks);
        Assert.Equal(begun.Id, world.Of("web").OutageId);

        server.Answer = HttpServer.Ok();
        await world.PassAsync(_minute);
        Assert.Equal(CheckPhase.Down, world.Of("web").Phase);
        await world.PassAsync(_minute);
        Assert.Equal(CheckPhase.Up, world.Of("web").Phase);
        var incident = Assert.Single(await world.IncidentsAsync());
        Assert.NotNull(incident.EndedAtTicks);
        Assert.Null(world.Of("web").OutageId);
        Assert.Equal("HTTP 503, not 200-299.", incident.Words);
    }

    [Fact]
    public async Task Outage_OverARestart_StaysTheSameOne()
    {
        using var world = await CheckWorld.StartAsync();
        var check = CheckWorld.Check("db", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()));
        await world.SaveAsync(new DesiredEdit.PutCheck(check));
        await world.PassAsync(_minute, 4);

        using var again = await world.RestartAsync();
        again.Board.Publish();
        await again.PassAsync(TimeSpan.Zero);
        Assert.Equal(CheckPhase.Unknown, again.Of("db").Phase);
        await again.PassAsync(_minute, 3);

        Assert.Equal(CheckPhase.Down, again.Of("db").Phase);
        Assert.Single(await again.IncidentsAsync());
    }

    [Fact]
    public async Task Outage_OfACheckThatIsPausedOrRemoved_Ends()
    {
        using var world = await CheckWorld.StartAsync();
        world.Traces.Publish(world.Traces.Current.Value);
        var (one, other) = (CheckWorld.Check("one", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort())), CheckWorld.Check("other", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort())));
        await world.SaveAsync(new DesiredEdit.PutCheck(one));
        await world.SaveAsync(new DesiredEdit.PutCheck(other));
        await world.PassAsync(_minute, 4);
        Assert.Equal(2, (await world.IncidentsAsync()).Count(row => row.EndedAtTicks is null));

        await world.SaveAsync(new DesiredEdit.PutCheck(one with { IsPaused = true }));
        await world.SaveAsync(new DesiredEdit.RemoveCheck("other"));
        await world.PassAsync(_minute);

        Assert.All(await world.IncidentsAsync(), row => Assert.NotNull(row.EndedAtTicks));
        Assert.Equal(CheckPhase.Off, world.Of("one").Phase);
        Assert.Null(world.Checks.Current.Value.Find("other"));
    }

    [Fact]
    public async Task Outage_OfADerivedCheck_IsKeptUntilAllNamesAreRead()
    {
        using var world = await CheckWorld.StartAsync();
        var outage = await world.Book.BeginAsync("edge:sonarr.cowlab.org", world.Clock.GetUtcNow(), "HTTP 502.", CancellationToken.None);

        using var again = await world.RestartAsync();
        again.Traces.Publish(TraceState.Unread with { IsWhole = false });
        await again.PassAsync(_minute, 2);
        Assert.Null(Assert.Single(await again.IncidentsAsync()).EndedAtTicks);

        again.Traces.Publish(TraceState.Unread);
        await again.PassAsync(_minute);
        var ended = Assert.Single(await again.IncidentsAsync());
        Assert.Equal(outage, ended.Id);
        Assert.NotNull(ended.EndedAtTicks);
    }

    [Fact]
    public async Task Failures_FromBeforeAPause_AreForgotten()
    {
        using var world = await CheckWorld.StartAsync();
        var check = CheckWorld.Check("db", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()));
        await world.SaveAsync(new DesiredEdit.PutCheck(check));
        await world.PassAsync(_minute, 3);
        Assert.Equal(2, world.Of("db").Fails);

        await world.SaveAsync(new DesiredEdit.PutCheck(check with { IsPaused = true }));
        await world.PassAsync(_minute);
        await world.SaveAsync(new DesiredEdit.PutCheck(check));
        await world.PassAsync(TimeSpan.FromDays(14));

        Assert.Equal((CheckPhase.Failing, 1), (world.Of("db").Phase, world.Of("db").Fails));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Fact]
    public async Task Answer_ToAQuestionThatWasChangedMeanwhile_SaysNothing()
    {
        using var world = await CheckWorld.StartAsync();
        var check = CheckWorld.Check("db", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()));
        world.Board.Refresh([CheckTask.Of(check)], true);
        world.Clock.Advance(_minute);
        var (run, asked) = Assert.Single(world.Board.TakeDue(1));

        world.Board.Refresh([CheckTask.Of(check with { Question = new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()) })], true);
        world.Board.Record(run, asked, CheckAnswer.Down("No answer."), world.Clock.GetUtcNow());
        world.Board.Publish();

        Assert.Equal((CheckPhase.Unknown, 0), (world.Of("db").Phase, world.Of("db").Fails));
        _ = Assert.Single(world.Board.TakeDue(1));
    }

    [Fact]
    public async Task Check_WhileItIsAsked_IsNotAskedAgain()
    {
        using var world = await CheckWorld.StartAsync();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("slow", new HttpQuestion($"http://127.0.0.1:{port}/"))));
        await world.PassAsync(TimeSpan.Zero);
        world.Clock.Advance(_minute);

        var begun = await world.Runner.TickAsync(CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromSeconds(20));
        var again = await world.Runner.TickAsync(CancellationToken.None);
        _ = Assert.Single(begun);
        Assert.Empty(again);

        // Its own time is over, by the clock of the test.
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await Task.WhenAll(begun);
        world.Board.Publish();
        Assert.Equal("No answer within 30 seconds.", world.Of("slow").Words);
    }

    [Fact]
    public async Task Concurrency_IsNeverExceeded()
    {
        using var world = await CheckWorld.StartAsync(new CheckOptions { AllowLoopback = true, Concurrency = 2 });
        for (var number = 0; number < 5; number++)
            await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check($"c{number}", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()))));
        world.Board.Refresh([.. world.Store.Current.Checks.Select(CheckTask.Of)], true);
        world.Clock.Advance(_minute);

        Assert.Equal(2, world.Board.TakeDue(2).Count);
        Assert.Empty(world.Board.TakeDue(2));
    }

    [Fact]
    public async Task Uptime_OfWhatIsKnown_LeavesOutWhatIsNot()
    {
        using var world = await CheckWorld.StartAsync();
        using var server = new HttpServer(HttpServer.Ok());
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 31);
        var before = world.Of("web").Day;
        Assert.Equal("100 %", before.Text);
        await world.Keeper.KeepAsync(CancellationToken.None);

        // Nobody asked for ten hours: that is not known, save for what the last answer still stands for.
        await world.PassAsync(TimeSpan.FromHours(10));

        Assert.InRange(world.Of("web").Day.Known - before.Known, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task History_OverARestart_IsKept()
    {
        using var world = await CheckWorld.StartAsync();
        using var server = new HttpServer(HttpServer.Ok());
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 20);
        var known = world.Of("web").Day.Known;
        await world.Keeper.StoreAsync(CancellationToken.None);

        using var again = await world.RestartAsync();
        await again.PassAsync(TimeSpan.Zero);
        await again.Keeper.KeepAsync(CancellationToken.None);
        again.Board.Publish();

        Assert.Equal(known, again.Of("web").Day.Known);
        var history = await again.Histories.ReadAsync("web", CheckRange.Day, CancellationToken.None);
        Assert.Equal(19, history.Points.Sum(point => point?.Tries ?? 0));
    }

    [Fact]
    public async Task FiveMinutes_WhenTheyAreOld_BecomeHoursThatSayTheSame()
    {
        using var world = await CheckWorld.StartAsync();
        using var server = new HttpServer(HttpServer.Ok());
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 60);
        await world.Keeper.KeepAsync(CancellationToken.None);
        var (_, month) = await SumAsync();

        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.Keeper.KeepAsync(CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.Keeper.KeepAsync(CancellationToken.None);

        var (rows, after) = await SumAsync();
        Assert.Equal(month, after);
        Assert.InRange(rows, 1, 3);

        world.Clock.Advance(TimeSpan.FromDays(400));
        await world.Keeper.KeepAsync(CancellationToken.None);
        Assert.Equal(0, (await SumAsync()).Rows);

        async Task<(int Rows, long Up)> SumAsync()
        {
            await using var context = world.Database.CreateDbContext();
            return (context.CheckBuckets.Count(), context.CheckBuckets.Sum(row => row.UpMs));
        }
    }
}
