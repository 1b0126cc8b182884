using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>Logs and events, the same on every daemon.</summary>
public abstract class DockerStreamConformance : DockerConformance
{
    [ConformanceFact]
    public async Task Log_WithoutATerminal_KeepsTheStreamsApart()
    {
        var id = await RunAsync(Shell("echo out; echo err >&2; echo grüße"));
        await UntilAsync(id, "exited");
        var lines = await ReadLogAsync(id, new LogOptions());
        Assert.Equal(["out", "grüße"], lines.Where(line => line.Stream == LogStream.Output).Select(line => line.Text));
        Assert.Equal(["err"], lines.Where(line => line.Stream == LogStream.Error).Select(line => line.Text));
        var created = (await InspectAsync(id)).Created!.Value;
        Assert.All(lines, line => Assert.InRange(line.Timestamp!.Value, created, created.AddMinutes(1)));
    }

    [ConformanceFact]
    public async Task Log_WithATerminal_IsOneStream()
    {
        var id = await RunAsync(Shell("echo out; echo err >&2") with { Tty = true });
        await UntilAsync(id, "exited");
        var lines = await ReadLogAsync(id, new LogOptions { Timestamps = false });
        Assert.Equal([new LogLine(LogStream.Output, null, "out"), new LogLine(LogStream.Output, null, "err")], lines);
    }

    [ConformanceFact]
    public async Task Log_FromItsLastLine_GoesOnFromThere()
    {
        var id = await RunAsync(Shell("echo one; sleep 0.2; echo two; sleep 0.2; echo three"));
        await UntilAsync(id, "exited");
        var lines = await ReadLogAsync(id, new LogOptions());
        Assert.Equal(["one", "two", "three"], lines.Select(line => line.Text));
        Assert.Equal(["two", "three"], (await ReadLogAsync(id, new LogOptions { Since = lines[1].Timestamp })).Select(line => line.Text));
        Assert.Equal(["three"], (await ReadLogAsync(id, new LogOptions { Tail = 1 })).Select(line => line.Text));
    }

    [ConformanceFact]
    public async Task Log_ThatIsFollowed_EndsWithTheContainer()
    {
        var id = await RunAsync(Shell("echo one; sleep 1; echo two"));
        Assert.Equal(["one", "two"], (await ReadLogAsync(id, new LogOptions { Follow = true })).Select(line => line.Text));
        Assert.Equal("exited", (await UntilAsync(id, "exited")).State?.Status);
    }

    [ConformanceFact]
    public async Task Log_ThatIsFollowed_CanBeCancelled()
    {
        var id = await RunAsync(Shell("echo one; " + Server));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Client.LogsAsync(id, new LogOptions { Follow = true }, cancel.Token)) await cancel.CancelAsync();
        });
        Assert.False(Limit.IsCancellationRequested);
    }

    [ConformanceFact]
    public async Task Log_OfNoContainer_IsNotFound() =>
        await FailsAsync(DockerErrorKind.NotFound, () => ReadLogAsync(NewName(), new LogOptions()));

    [ConformanceFact]
    public async Task Events_TellTheLifeOfAContainer_AndGoOnFromAnyOfThem()
    {
        var begin = await LatestEventAsync();
        var name = NewName();
        var id = await CreateAsync(Shell(Server), name);
        await Client.StartAsync(id, Limit);
        await Client.StopAsync(id, TimeSpan.FromSeconds(20), Limit);
        await Client.RemoveAsync(id, force: false, Limit);

        var events = await ReadEventsAsync(id, begin);
        var actions = events.Select(happened => happened.Action).ToList();
        Assert.Equal(["create", "start", "kill"], actions.Take(3));
        // The daemon may report "die" and "stop" in either order.
        Assert.Equal(["die", "stop"], actions.Skip(3).SkipLast(1).Order());
        Assert.Equal("destroy", actions[^1]);
        Assert.All(events, happened => Assert.Equal(("container", id, name), (happened.Type, happened.Actor?.Id, happened.Actor?.Attributes?["name"])));
        Assert.Equal("3", events.Single(happened => happened.Action == "die").Actor?.Attributes?["exitCode"]);

        var again = await ReadEventsAsync(id, events[2].TimeNanoseconds);
        Assert.Equal(events.Skip(2).Select(happened => happened.TimeNanoseconds), again.Select(happened => happened.TimeNanoseconds));
    }

    [ConformanceFact]
    public async Task Events_OfNow_ArriveWhileTheStreamIsOpen()
    {
        var id = await CreateAsync(Shell(Server));
        var begin = await LatestEventAsync();
        await using var events = Client.EventsAsync(new EventOptions { Types = ["container"], Actions = ["start"], SinceNanoseconds = begin }, Limit).GetAsyncEnumerator(Limit);
        var next = events.MoveNextAsync();
        await Client.StartAsync(id, Limit);
        do
        {
            Assert.True(await next);
            next = events.Current.Actor?.Id == id ? default : events.MoveNextAsync();
        }
        while (events.Current.Actor?.Id != id);
        Assert.Equal("start", events.Current.Action);
    }

    [ConformanceFact]
    public async Task Events_UpToAnInstant_End()
    {
        await RunAsync(Shell("exit 0"));
        var end = await LatestEventAsync();
        var count = 0;
        await foreach (var _ in Client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = 1, UntilNanoseconds = end }, Limit)) count++;
        Assert.True(count >= 2);
    }

    /// <summary>An instant by the daemon's clock, just after everything that has happened.</summary>
    private async Task<long> LatestEventAsync()
    {
        var id = await CreateAsync(Shell("exit 0"));
        await foreach (var happened in Client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = 1 }, Limit))
        {
            if (happened.Actor?.Id == id) return happened.TimeNanoseconds + 1;
        }
        throw new InvalidOperationException("The events ended.");
    }

    private async Task<List<DockerEvent>> ReadEventsAsync(string id, long since)
    {
        var events = new List<DockerEvent>();
        await foreach (var happened in Client.EventsAsync(EventOptions.ContainerLife with { SinceNanoseconds = since }, Limit))
        {
            if (happened.Actor?.Id != id) continue;
            events.Add(happened);
            if (happened.Action == "destroy") break;
        }
        return events;
    }
}
