using System.Net;
using System.Net.Sockets;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Checks;

/// <summary>What waits in the outbox, when, and what becomes of it where something goes wrong.</summary>
public sealed class OutboxTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromSeconds(66);
    private static readonly TimeSpan _group = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Message_WhoseMarkCannotBeStored_IsSentOnceAndMarkedLater()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook("hook", hook));
        await DownAsync(world, "web");
        await world.TellAsync(TimeSpan.Zero);
        await FillDiskAsync(world, "hook");
        await world.TellAsync(_group);
        for (var time = 0; time < 30; time++)
            await world.TellAsync(TimeSpan.FromSeconds(5));
        Assert.Single(hook.Requests);

        await EmptyDiskAsync(world);
        await world.TellAsync(TimeSpan.FromMinutes(5));

        Assert.Single(hook.Requests);
        Assert.Equal((OutboxPhase.Sent, 1), Assert.Single(world.Outbox.Current.Value.Entries.Select(entry => (entry.Phase, entry.Attempts))));
    }

    [Fact]
    public async Task Channel_WhoseRowsCannotBeStored_HoldsUpNoOther()
    {
        using var world = await CheckWorld.StartAsync();
        using var full = new HttpServer(HttpServer.Status(500));
        using var other = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook("a", full));
        await world.AddChannelAsync(Webhook("b", other));
        await DownAsync(world, "web");
        await world.TellAsync(TimeSpan.Zero);
        await FillDiskAsync(world, "a");

        await world.TellAsync(_group);
        await world.TellAsync(TimeSpan.FromSeconds(5));

        Assert.Single(full.Requests);
        Assert.Single(other.Requests);
        Assert.Equal(OutboxPhase.Sent, world.Outbox.Current.Value.LastOf("b")?.Phase);
    }

    /// <summary>An outage is told when its silence ends, however old it is then, and has its whole day from there.</summary>
    [Fact]
    public async Task Outage_OlderThanADay_IsTriedForADayAllTheSame()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Status(500));
        await world.AddChannelAsync(Webhook("hook", hook));
        await DownAsync(world, "web");
        world.Board.SetSilence(new Silence("web", world.Clock.GetUtcNow().AddDays(2), "ada"));
        world.Board.Publish();
        await world.TellAsync(TimeSpan.FromHours(49));
        await world.TellAsync(_group);
        for (var hour = 0; hour < 20; hour++)
            await world.TellAsync(TimeSpan.FromHours(1));
        Assert.Equal(OutboxPhase.Retrying, Assert.Single(world.Outbox.Current.Value.Entries).Phase);

        hook.Answer = HttpServer.Ok();
        await world.TellAsync(TimeSpan.FromHours(1));

        Assert.Equal(OutboxPhase.Sent, Assert.Single(world.Outbox.Current.Value.Entries).Phase);
    }

    [Fact]
    public async Task Service_ThatWantsToBeLeftAlone_IsNotToldSomethingElseMeanwhile()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Status(429, headers: "Retry-After: 600\r\n"));
        await world.AddChannelAsync(Webhook("hook", hook));
        await DownAsync(world, "one");
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        await DownAsync(world, "two");
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.Single(hook.Requests);

        hook.Answer = HttpServer.Ok();
        await world.TellAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(2, hook.Requests.Count);
        Assert.Contains("2 checks are down", hook.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outage_ThatNoChannelWants_IsUntoldUntilOneDoes()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook("hook", hook) with { Groups = ["Storage"] });
        await DownAsync(world, "web");
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.False(Assert.Single(await world.IncidentsAsync()).IsTold);

        await world.AddChannelAsync(Webhook("hook", hook));
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);

        Assert.True(Assert.Single(await world.IncidentsAsync()).IsTold);
        Assert.Single(hook.Requests);
    }

    [Fact]
    public async Task Recovery_GoesToWhoeverWasToldOfTheOutage()
    {
        using var world = await CheckWorld.StartAsync();
        using var told = new HttpServer(HttpServer.Ok());
        using var other = new HttpServer(HttpServer.Ok());
        using var server = new HttpServer(HttpServer.Status(500));
        await world.AddChannelAsync(Webhook("a", told));
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 4);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        await world.AddChannelAsync(Webhook("a", told) with { Groups = ["Storage"] });
        await world.AddChannelAsync(Webhook("b", other));

        server.Answer = HttpServer.Ok();
        await world.PassAsync(_minute, 3);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);

        Assert.Equal(2, told.Requests.Count);
        Assert.Contains("is up again", told.Requests.Last(), StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    /// <summary>Whoever tried it out went away while the service was silent.</summary>
    [Fact]
    public async Task Test_ThatIsBrokenOff_DoesNotSayThatTheChannelWorks()
    {
        using var world = await CheckWorld.StartAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await world.AddChannelAsync(new DesiredChannel { Id = "hook", Name = "Hook", Kind = ChannelKind.Webhook, Address = $"http://{silent.LocalEndpoint}/" });
        var runner = new ActionRunner(new AuthorityCheck(new Live<AccessState>(AccessState.Empty, world.Clock), world.Clock), new AuditLog(world.Database.Writer, world.Clock), NullLogger<ActionRunner>.Instance);
        var acts = new ChannelActs(null!, runner, world.Store, world.ChannelSecrets, world.Notifier, world.OutboxBook, world.Clock);
        using var gone = new CancellationTokenSource();

        var test = acts.TestAsync("hook", Actor.Portal, gone.Token);
        using var taken = await silent.AcceptTcpClientAsync();
        await gone.CancelAsync();

        Assert.False((await test).Succeeded);
        var last = world.Outbox.Current.Value.LastOf("hook");
        Assert.Equal((OutboxPhase.Failed, "The test was broken off before it was answered. Send another one."), (last?.Phase, last?.Fault));
    }

    /// <summary>One dead switch is one message, although one check notices it later than the other.</summary>
    [Fact]
    public async Task Outage_WhileAnotherCheckBeginsToFail_WaitsForItAndIsOneMessage()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        using var server = new HttpServer(HttpServer.Ok());
        await FirstDownSecondFailingAsync(world, hook, server);

        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.Empty(hook.Requests);
        await world.PassAsync(TimeSpan.FromSeconds(22), 2);
        await world.TellAsync(TimeSpan.Zero);

        Assert.Contains("2 checks are down", Assert.Single(hook.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outage_WhileAnotherCheckFailsForLong_IsToldAfterAMinuteAndAHalf()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        using var server = new HttpServer(HttpServer.Ok());
        await FirstDownSecondFailingAsync(world, hook, server);
        await world.TellAsync(TimeSpan.Zero);

        await world.TellAsync(TimeSpan.FromSeconds(85));
        Assert.Empty(hook.Requests);
        await world.TellAsync(TimeSpan.FromSeconds(6));

        Assert.Contains("check one is down", Assert.Single(hook.Requests), StringComparison.Ordinal);
    }

    private static async Task FirstDownSecondFailingAsync(CheckWorld world, HttpServer hook, HttpServer second)
    {
        await world.AddChannelAsync(Webhook("hook", hook));
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("two", new HttpQuestion(second.Address))));
        await DownAsync(world, "one");
        second.Answer = HttpServer.Status(500);
        await world.PassAsync(_minute);
        Assert.Equal(CheckPhase.Failing, world.Of("two").Phase);
    }

    private static async Task DownAsync(CheckWorld world, string id)
    {
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check(id, new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()))));
        await world.PassAsync(_minute, 4);
    }

    private static DesiredChannel Webhook(string id, HttpServer hook) => new() { Id = id, Name = $"Hook {id}", Kind = ChannelKind.Webhook, Address = hook.Address };

    private static Task FillDiskAsync(CheckWorld world, string channel) => RunAsync(
        world, $"CREATE TRIGGER disk_full BEFORE UPDATE ON Notifications WHEN OLD.ChannelId = '{channel}' BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END");

    private static Task EmptyDiskAsync(CheckWorld world) => RunAsync(world, "DROP TRIGGER disk_full");

    private static async Task RunAsync(CheckWorld world, string sql)
    {
        await using var context = world.Database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
