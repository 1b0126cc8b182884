using System.Net;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class ReflectorTests
{
    [Fact]
    public async Task FirstList_AsksForAnyVersion_ThenWatchesFromTheListsVersion()
    {
        await using var running = new RunningReflector();
        running.Api.Answer(Samples.List("10", Samples.Pod("a", "7")));
        running.Api.AnswerWatch();
        running.Start();
        var list = await running.Api.NextRequestAsync();
        var watch = await running.Api.NextRequestAsync();
        var snapshot = await running.NextAsync();

        Assert.Equal(("/api/v1/pods", "0", "500"), (list.Path, list["resourceVersion"], list["limit"]));
        Assert.Equal(("1", "10", "true", "600"), (watch["watch"], watch["resourceVersion"], watch["allowWatchBookmarks"], watch["timeoutSeconds"]));
        Assert.Equal(StoreState.Live, snapshot.State);
        Assert.Equal("node1", snapshot.Items["media/a"].Spec.NodeName);
        Assert.Equal(running.Time.GetUtcNow(), snapshot.LastSyncAt);
        Assert.Null(snapshot.Fault);
    }

    [Fact]
    public async Task Events_AddChangeAndRemove()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync(Samples.Pod("a", "7"));

        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("b", "11")));
        Assert.Equal(2, (await running.NextAsync()).Items.Count);
        await watch.SendAsync(Samples.Event("MODIFIED", Samples.Pod("b", "12", phase: "Failed")));
        Assert.Equal("Failed", (await running.NextAsync()).Items["media/b"].Status.Phase);
        await watch.SendAsync(Samples.Event("DELETED", Samples.Pod("a", "13")));
        var last = await running.NextAsync();
        Assert.Equal(["media/b"], last.Items.Keys);
        Assert.Equal("13", last.ResourceVersion);
    }

    [Fact]
    public async Task BufferedEvents_BecomeOneSnapshot()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();

        await watch.SendAsync([.. Enumerable.Range(0, 300).Select(number => Samples.Event("ADDED", Samples.Pod($"p{number}", $"{11 + number}")))]);
        var published = 0;
        await running.NextAsync(snapshot => ++published > 0 && snapshot.Items.Count == 300);

        Assert.InRange(published, 1, 40);
    }

    [Fact]
    public async Task CleanEnd_ResumesAtOnceWithoutListing()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("b", "11")));
        await running.NextAsync();
        var resumed = running.Api.AnswerWatch();
        watch.End();

        var request = await running.Api.NextRequestAsync();
        Assert.Equal(("1", "11"), (request["watch"], request["resourceVersion"]));
        await resumed.SendAsync(Samples.Event("ADDED", Samples.Pod("c", "12")));
        var snapshot = await running.NextAsync();
        Assert.Equal(2, snapshot.Items.Count);
        Assert.Equal(StoreState.Live, snapshot.State);
    }

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

    [Fact]
    public async Task Bookmarks_MoveTheVersionOnly()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync(Samples.Pod("a", "7"));
        running.Time.Advance(TimeSpan.FromSeconds(60));
        await watch.SendAsync(Samples.Bookmark("50"));
        var snapshot = await running.NextAsync();
        running.Api.AnswerWatch();
        watch.End();

        Assert.Equal("50", snapshot.ResourceVersion);
        Assert.Equal(running.Time.GetUtcNow(), snapshot.LastEventAt);
        Assert.Equal("7", snapshot.Items["media/a"].Metadata.ResourceVersion);
        Assert.Equal("50", (await running.Api.NextRequestAsync())["resourceVersion"]);
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

    [Fact]
    public async Task Forbidden_IsAStateAndIsTriedAgainSlowly()
    {
        await using var running = new RunningReflector();
        running.Api.Fail(HttpStatusCode.Forbidden, "Forbidden", "pods is forbidden").Answer(Samples.List("10"));
        running.Start();

        var forbidden = await running.NextAsync();
        Assert.Equal(StoreState.Forbidden, forbidden.State);
        Assert.Contains("pods is forbidden", forbidden.Fault);
        await running.Time.PassAsync(63);
        Assert.Equal(StoreState.Live, (await running.NextAsync()).State);
    }

    [Fact]
    public async Task NotInstalled_IsAStateAndIsLookedForAgain()
    {
        await using var running = new RunningReflector(new ReflectorOptions { NotInstalledRecheck = TimeSpan.FromSeconds(100) });
        running.Api.Answer("404 page not found", HttpStatusCode.NotFound, "text/plain").Answer(Samples.List("10", Samples.Pod("a", "7")));
        running.Start();

        Assert.Equal(StoreState.NotInstalled, (await running.NextAsync()).State);
        await running.Time.PassAsync(105);
        Assert.Single((await running.NextAsync()).Items);
    }

    [Fact]
    public async Task KindThatGoesAway_TakesItsObjectsAlong()
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync(Samples.Pod("a", "7"));
        running.Api.Answer("404 page not found", HttpStatusCode.NotFound, "text/plain");
        await watch.SendAsync(Samples.Bookmark("11"));
        watch.End();

        var gone = await running.NextAsync(snapshot => snapshot.State == StoreState.NotInstalled);
        Assert.Empty(gone.Items);
    }

    [Fact]
    public async Task Poll_ListsAgainInsteadOfWatching()
    {
        await using var running = new RunningReflector(new ReflectorOptions { PollInterval = TimeSpan.FromSeconds(20) });
        running.Api.Answer(Samples.List("10")).Answer(Samples.List("11", Samples.Pod("a", "11")));
        running.Start();
        await running.NextAsync();
        await running.Time.PassAsync(20);

        Assert.Single((await running.NextAsync()).Items);
        Assert.False((await running.Api.NextRequestAsync()).IsWatch);
        Assert.False((await running.Api.NextRequestAsync()).IsWatch);
    }

    [Fact]
    public async Task ReaderThatThrows_StopsNeitherOthersNorTheReflector()
    {
        await using var running = new RunningReflector();
        var calls = 0;
        running.Store.Changed += () => throw new InvalidOperationException("A reader's mistake");
        running.Store.Changed += () => Interlocked.Increment(ref calls);
        var watch = await running.StartLiveAsync();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("a", "11")));
        await running.NextAsync();
        await watch.SendAsync(Samples.Event("ADDED", Samples.Pod("b", "12")));
        await running.NextAsync();

        Assert.True(Volatile.Read(ref calls) >= 2);
    }

    private static async Task<(bool, string?)> NextWatchAsync(RunningReflector running)
    {
        var request = await running.Api.NextRequestAsync();
        return (request.IsWatch, request["resourceVersion"]);
    }
}
