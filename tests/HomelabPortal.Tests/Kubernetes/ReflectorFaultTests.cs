using System.Net;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>What goes wrong on the way, and what the reflector makes of it.</summary>
public sealed class ReflectorFaultTests
{
    [Fact]
    public async Task WatchThatEndsAtOnceWithoutEvents_BacksOff()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();
        watch.End();

        var stale = await running.NextAsync();
        Assert.Equal(StoreState.Stale, stale.State);
        Assert.NotNull(stale.Fault);
        await running.Time.SetAsync(1.2);
        Assert.False(running.Api.HasRequest);
        running.Api.AnswerWatch();
        running.Time.Advance(TimeSpan.FromSeconds(1.2));
        Assert.True((await running.Api.NextRequestAsync()).IsWatch);
        Assert.Equal(StoreState.Live, (await running.NextAsync()).State);
    }

    [Theory]
    [InlineData("Expired")]
    [InlineData("Gone")]
    public async Task ExpiredInStream_ListsWhatIsStoredNow(string reason)
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync(Samples.Pod("a", "7"), Samples.Pod("b", "8"));
        running.Api.Answer(Samples.List("90", Samples.Pod("b", "80")));
        running.Api.AnswerWatch();
        await watch.SendAsync(Samples.Event("ERROR", Samples.Status(410, reason)));

        var list = await running.Api.NextRequestAsync();
        Assert.False(list.IsWatch);
        Assert.Null(list["resourceVersion"]);
        Assert.Equal("90", (await running.Api.NextRequestAsync())["resourceVersion"]);
        var snapshot = await running.NextAsync();
        Assert.Equal(["media/b"], snapshot.Items.Keys);
        Assert.Equal(StoreState.Live, snapshot.State);
    }

    [Fact]
    public async Task ExpiredAsHttpStatus_ListsWhatIsStoredNow()
    {
        await using var running = new RunningReflector();
        running.Api.Answer(Samples.List("10")).Fail(HttpStatusCode.Gone, "Expired").Answer(Samples.List("90")).AnswerWatch();
        running.Start();
        await running.Api.NextRequestAsync();
        await running.Api.NextRequestAsync();

        Assert.Null((await running.Api.NextRequestAsync())["resourceVersion"]);
    }

    [Fact]
    public async Task ExpiringAgainAndAgain_BacksOff()
    {
        await using var running = new RunningReflector();
        running.Api
            .Answer(Samples.List("10")).Fail(HttpStatusCode.Gone, "Expired")
            .Answer(Samples.List("11")).Fail(HttpStatusCode.Gone, "Expired");
        running.Start();

        await running.Time.SetAsync(1.2);
        Assert.Equal(StoreState.Stale, running.Store.Snapshot.State);
    }

    [Fact]
    public async Task TooLargeVersion_ListsWhatIsStoredNow()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();
        await watch.SendAsync(Samples.Event("ERROR", Samples.Status(500, "InternalError")));
        running.Api
            .Fail(HttpStatusCode.GatewayTimeout, "Timeout", details: """{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}]}""")
            .Answer(Samples.List("5"));
        await running.Time.PassAsync(1.2);

        Assert.Equal("10", (await running.Api.NextRequestAsync())["resourceVersion"]);
        Assert.Null((await running.Api.NextRequestAsync())["resourceVersion"]);
    }

    [Fact]
    public async Task OtherErrorInStream_ListsFromTheLastVersionAfterAPause()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("a", "11")), Samples.Event("ERROR", Samples.Status(500, "InternalError", "etcd is unwell")));

        var stale = await running.NextAsync(snapshot => snapshot.State == StoreState.Stale);
        Assert.Contains("etcd is unwell", stale.Fault);
        Assert.Single(stale.Items);
        await running.Time.PassAsync(1.2);
        var list = await running.Api.NextRequestAsync();
        Assert.Equal((false, "11"), (list.IsWatch, list["resourceVersion"]));
    }

    [Fact]
    public async Task BrokenConnection_ResumesTheWatchWithoutListing()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("a", "11")));
        await running.NextAsync();
        watch.Break();
        Assert.Equal(StoreState.Stale, (await running.NextAsync()).State);
        running.Api.AnswerWatch();
        await running.Time.PassAsync(1.2);

        var request = await running.Api.NextRequestAsync();
        Assert.Equal((true, "11"), (request.IsWatch, request["resourceVersion"]));
    }

    [Fact]
    public async Task RefusedConnections_DoubleTheWaitUpToItsBound()
    {
        await using var running = new RunningReflector();
        for (var attempt = 0; attempt < 9; attempt++)
            running.Api.Refuse();
        running.Start();
        foreach (var wait in new[] { 1.2, 2.4, 4.8, 9.6, 19.2, 38.4 - 0.0, 45, 45 })
            await running.Time.PassAsync(wait);

        Assert.Equal(StoreState.Syncing, running.Store.Snapshot.State);
        Assert.NotNull(running.Store.Snapshot.Fault);
    }

    [Fact]
    public async Task TooManyRequests_WaitsAsLongAsAsked()
    {
        await using var running = new RunningReflector();
        running.Api.Answer(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("slow down") };
            answer.Headers.Add("Retry-After", "17");
            return answer;
        });
        running.Api.Answer(Samples.List("10"));
        running.Start();
        await running.Time.PassAsync(17);

        Assert.Equal(StoreState.Live, (await running.NextAsync(snapshot => snapshot.Fault is null)).State);
    }

    [Fact]
    public async Task SilentWatch_IsGivenUpThirtySecondsAfterItsTime()
    {
        await using var running = new RunningReflector();
        await running.StartLiveAsync();
        await running.Time.SetAsync(630);
        running.Time.Advance(TimeSpan.FromSeconds(629));
        Assert.Equal(StoreState.Live, running.Store.Snapshot.State);
        running.Time.Advance(TimeSpan.FromSeconds(2));

        var stale = await running.NextAsync();
        Assert.Equal(StoreState.Stale, stale.State);
        await running.Time.PassAsync(1.2);
        Assert.Equal((true, "10"), await NextWatchAsync(running));
    }

    [Fact]
    public async Task HeadersThatDoNotCome_AreNoFault()
    {
        await using var running = new RunningReflector();
        running.Api.Answer(Samples.List("10"));
        running.Start();
        await running.Api.NextRequestAsync();
        await running.Api.NextRequestAsync();
        running.Time.Advance(TimeSpan.FromMinutes(9));

        Assert.Equal(StoreState.Live, running.Store.Snapshot.State);
    }

    private static async Task<(bool, string?)> NextWatchAsync(RunningReflector running)
    {
        var request = await running.Api.NextRequestAsync();
        return (request.IsWatch, request["resourceVersion"]);
    }
}
