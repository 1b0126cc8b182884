using HomelabPortal.Checks;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Tests.Checks;

/// <summary>From an outage to the message that a real server on loopback is given.</summary>
public sealed class NotifyTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromSeconds(66);
    private static readonly TimeSpan _group = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Outages_ThatBeginTogether_AreOneMessageAndSoIsTheirEnd()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        using var server = new HttpServer(HttpServer.Status(500));
        await world.AddChannelAsync(Webhook(hook));
        foreach (var id in new[] { "one", "two" })
            await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check(id, new HttpQuestion(server.Address))));
        await world.PassAsync(_minute, 4);

        await world.TellAsync(TimeSpan.Zero);
        Assert.Empty(hook.Requests);
        await world.TellAsync(_group);
        await world.TellAsync(_group);

        var message = Assert.Single(hook.Requests);
        Assert.Contains("2 checks are down", message, StringComparison.Ordinal);

        server.Answer = HttpServer.Ok();
        await world.PassAsync(_minute, 3);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.Equal(2, hook.Requests.Count);
        Assert.Contains("2 checks are up again", hook.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outage_OverARestart_IsToldOnce()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await DownAsync(world, hook);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);

        using var again = await world.RestartAsync();
        await again.PassAsync(_minute, 5);
        await again.TellAsync(TimeSpan.Zero);
        await again.TellAsync(_group);

        Assert.Single(hook.Requests);
    }

    /// <summary>Killed after the outage was stored and before anybody was told, it is told by the next start.</summary>
    [Fact]
    public async Task Outage_KilledBeforeItWasTold_IsToldAfter()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await DownAsync(world, hook);

        using var again = await world.RestartAsync();
        await again.PassAsync(_minute, 2);
        await again.TellAsync(TimeSpan.Zero);
        await again.TellAsync(_group);

        Assert.Single(hook.Requests);
    }

    [Fact]
    public async Task Message_ThatIsNotTaken_IsShownAndTriedAgainLater()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Status(500));
        await DownAsync(world, hook);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);

        var entry = Assert.Single(world.Outbox.Current.Value.Entries);
        Assert.Equal((OutboxPhase.Retrying, "It did not take the message (HTTP 500)."), (entry.Phase, entry.Fault));
        await world.TellAsync(TimeSpan.FromSeconds(5));
        Assert.Single(hook.Requests);

        hook.Answer = HttpServer.Ok();
        await world.TellAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, hook.Requests.Count);
        Assert.Equal(OutboxPhase.Sent, Assert.Single(world.Outbox.Current.Value.Entries).Phase);
    }

    [Fact]
    public async Task Message_ThatIsRefusedForADay_IsGivenUp()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Status(404));
        await DownAsync(world, hook);
        await world.TellAsync(TimeSpan.Zero);
        for (var hour = 0; hour < 30; hour++)
            await world.TellAsync(TimeSpan.FromHours(1));

        Assert.Equal(OutboxPhase.Failed, Assert.Single(world.Outbox.Current.Value.Entries).Phase);
    }

    [Fact]
    public async Task Service_ThatWantsToBeLeftAlone_IsLeftAlone()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Status(429, headers: "Retry-After: 600\r\n"));
        await DownAsync(world, hook);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        await world.TellAsync(TimeSpan.FromSeconds(590));
        Assert.Single(hook.Requests);

        await world.TellAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(2, hook.Requests.Count);
    }

    [Fact]
    public async Task Silence_TellsNobody_UntilItEnds()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await DownAsync(world, hook);
        world.Board.SetSilence(new Silence("web", world.Clock.GetUtcNow().AddHours(1), "ada"));
        world.Board.Publish();
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.Empty(hook.Requests);

        await world.TellAsync(TimeSpan.FromHours(1));
        await world.TellAsync(_group);
        Assert.Single(hook.Requests);
    }

    /// <summary>By the clock of the house: half past nine in UTC is half past ten in Berlin.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task QuietHours_HoldMessages_ButForCriticalOnesThatMayWake(bool wakes, int sent)
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook(hook) with { Quiet = new QuietHours(new TimeOnly(10, 0), new TimeOnly(12, 0), "Europe/Berlin"), WakesForCritical = wakes });
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()))));
        await world.PassAsync(_minute, 4);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);
        Assert.Equal(sent, hook.Requests.Count);

        await world.TellAsync(TimeSpan.FromHours(2));
        Assert.Single(hook.Requests);
    }

    [Fact]
    public async Task Channel_ForOtherGroupsOrSeverities_IsToldNothing()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook(hook) with { Groups = ["Storage"] });
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort())) with { Group = "Home" }));
        await world.PassAsync(_minute, 4);
        await world.TellAsync(TimeSpan.Zero);
        await world.TellAsync(_group);

        Assert.Empty(hook.Requests);
        Assert.Empty(world.Outbox.Current.Value.Entries);
    }

    [Fact]
    public async Task Message_ForAChannelThatIsGone_IsDropped()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await DownAsync(world, hook);
        await world.TellAsync(TimeSpan.Zero);
        await world.SaveAsync(new DesiredEdit.RemoveChannel("hook"));
        await world.TellAsync(_group);

        Assert.Empty(hook.Requests);
        Assert.Equal(OutboxPhase.Dropped, Assert.Single(world.Outbox.Current.Value.Entries).Phase);
    }

    [Fact]
    public async Task Secret_OfAChannel_IsStoredSealedAndSentAsItsHeader()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook(hook), "Bearer very-secret");
        await TestAsync(world);

        Assert.Contains("Authorization: Bearer very-secret", Assert.Single(hook.Requests), StringComparison.Ordinal);
        await using var context = world.Database.CreateDbContext();
        Assert.DoesNotContain("very-secret", Assert.Single(context.ChannelSecrets).Value, StringComparison.Ordinal);
    }

    /// <summary>A row of an older version says where it goes in the clear; it goes there still, and is closed.</summary>
    [Fact]
    public async Task Webhook_WithAnOpenAddress_IsToldBeforeAndAfterThatIsClosed()
    {
        using var world = await CheckWorld.StartAsync();
        using var hook = new HttpServer(HttpServer.Ok());
        await world.AddChannelAsync(Webhook(hook) with { Address = $"{hook.Address}bot1-token/send?token=more" });
        await TestAsync(world);

        await new OpenAddresses(world.Store, world.ChannelSecrets, new DesiredIds(new Random(1))).PassAsync(CancellationToken.None);
        await TestAsync(world);

        Assert.Equal(hook.Address.TrimEnd('/'), world.Store.Current.FindChannel("hook")!.Address);
        Assert.All(hook.Requests, request => Assert.StartsWith("POST /bot1-token/send?token=more ", request, StringComparison.Ordinal));
        Assert.Equal(2, hook.Requests.Count);
    }

    [Theory]
    [InlineData("2026-11-22T22:30:00Z", "22:00", "07:00", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-22T20:30:00Z", "22:00", "07:00", null)]
    [InlineData("2026-11-22T06:00:00Z", "22:00", "07:00", null)]
    [InlineData("2026-11-22T05:59:00Z", "22:00", "07:00", "2026-11-22T06:00:00Z")]
    [InlineData("2026-11-22T12:30:00Z", "13:00", "14:00", "2026-11-22T13:00:00Z")]
    // The night in which clocks go forward: half past two is not there.
    [InlineData("2026-03-29T00:30:00Z", "01:00", "02:30", "2026-03-29T01:00:00Z")]
    public void QuietHours_EndByTheClockOfTheirZone(string now, string from, string to, string? end)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var quiet = new QuietHours(TimeOnly.Parse(from, culture), TimeOnly.Parse(to, culture), "Europe/Berlin");

        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, culture), QuietTimes.EndOf(quiet, DateTimeOffset.Parse(now, culture)));
    }

    private static Task TestAsync(CheckWorld world) => world.Notifier.SendAsync(
        world.Store.Current.FindChannel("hook")!, [new(ToldKind.Test, "", "", CheckSeverity.Warning, "", world.Clock.GetUtcNow(), null, null)], CancellationToken.None);

    private static async Task DownAsync(CheckWorld world, HttpServer hook)
    {
        await world.AddChannelAsync(Webhook(hook));
        await world.SaveAsync(new DesiredEdit.PutCheck(CheckWorld.Check("web", new TcpQuestion("127.0.0.1", AskerTests.ClosedPort()))));
        await world.PassAsync(_minute, 4);
    }

    private static DesiredChannel Webhook(HttpServer hook) => new() { Id = "hook", Name = "Hook", Kind = ChannelKind.Webhook, Address = hook.Address };
}
