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
}
