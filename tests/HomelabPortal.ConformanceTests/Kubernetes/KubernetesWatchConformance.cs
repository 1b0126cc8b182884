using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Following what changes.</summary>
public abstract class KubernetesWatchConformance : KubernetesConformance
{
    [ConformanceFact]
    public async Task Watch_SeesAddedModifiedDeleted()
    {
        var list = await ListAsync(ResourceTypes.Services);
        await using var watch = Watch(list.ResourceVersion);
        await ApplyServiceAsync("web");
        var patched = await AnnotateAsync("web", "1");
        await Client.DeleteAsync(ResourceTypes.Services, Namespace, "web", DeletePreconditions.None, Limit);

        var added = await NextAsync(watch);
        var modified = await NextAsync(watch);
        var deleted = await NextAsync(watch);
        Assert.Equal([WatchEventType.Added, WatchEventType.Modified, WatchEventType.Deleted], new[] { added.Type, modified.Type, deleted.Type });
        Assert.Equal(Version(patched), modified.ResourceVersion);
        Assert.Equal("1", deleted.Object?.Metadata.Annotations["note"]);
        // The deletion has a version of its own, from which to go on.
        Assert.NotEqual(modified.ResourceVersion, deleted.ResourceVersion);
    }

    [ConformanceFact]
    public async Task Watch_ResumedFromAnEvent_MissesNothingAndRepeatsNothing()
    {
        var list = await ListAsync(ResourceTypes.Services);
        string seen;
        await using (var watch = Watch(list.ResourceVersion))
        {
            await ApplyServiceAsync("one");
            seen = (await NextAsync(watch)).ResourceVersion;
        }
        await ApplyServiceAsync("two");
        await Client.DeleteAsync(ResourceTypes.Services, Namespace, "one", DeletePreconditions.None, Limit);

        await using var resumed = Watch(seen);
        var first = await NextAsync(resumed);
        var second = await NextAsync(resumed);
        Assert.Equal((WatchEventType.Added, "two"), (first.Type, first.Object?.Metadata.Name));
        Assert.Equal((WatchEventType.Deleted, "one"), (second.Type, second.Object?.Metadata.Name));
    }

    [ConformanceFact]
    public async Task Watch_Selector_TurnsLeavingIntoDeleted()
    {
        var list = await ListAsync(ResourceTypes.Services);
        await using var watch = Watch(list.ResourceVersion, "group=conformance");
        await ApplyServiceAsync("other", "elsewhere");
        await ApplyServiceAsync("web");
        Assert.Equal((WatchEventType.Added, "web"), Of(await NextAsync(watch)));
        await Client.MergePatchAsync(ResourceTypes.Services, Namespace, "web", JsonNode.Parse("""{"metadata":{"labels":{"group":"elsewhere"}}}""")!, Limit);
        Assert.Equal((WatchEventType.Deleted, "web"), Of(await NextAsync(watch)));
    }

    [ConformanceFact]
    public async Task Watch_FromAVersionLongGone_IsExpired() =>
        await AssertFailsAsync(KubernetesErrorKind.Expired, async () =>
        {
            // The server began to remember custom resources only when their definition came.
            await foreach (var change in Client.WatchAsync(ResourceTypes.IngressRoutes, new WatchOptions { Namespace = Namespace, ResourceVersion = "1" }, Limit))
                Assert.Fail($"There was {change}.");
        });

    [ConformanceFact]
    public async Task Watch_AtItsTime_EndsCleanly()
    {
        await ApplyServiceAsync("web");
        var list = await ListAsync(ResourceTypes.Services);
        var options = new WatchOptions { Namespace = Namespace, ResourceVersion = list.ResourceVersion, Timeout = TimeSpan.FromSeconds(2) };
        await foreach (var change in Client.WatchAsync(ResourceTypes.Services, options, Limit))
            Assert.Equal((WatchEventType.Bookmark, null), (change.Type, change.Object));
    }

    [ConformanceFact]
    public async Task Reflector_FollowsTheServer()
    {
        await ApplyServiceAsync("before");
        await using var reflection = new Reflection(Client, Namespace);
        await reflection.UntilAsync(snapshot => snapshot is { State: StoreState.Live, Items.Count: 1 }, Limit);
        await ApplyServiceAsync("web");
        await reflection.UntilAsync(snapshot => snapshot.Items.Count == 2, Limit);
        await AnnotateAsync("web", "1");
        await reflection.UntilAsync(snapshot => snapshot.Items.GetValueOrDefault($"{Namespace}/web")?.Metadata.Annotations.Count == 1, Limit);
        await Client.DeleteAsync(ResourceTypes.Services, Namespace, "before", DeletePreconditions.None, Limit);
        var last = await reflection.UntilAsync(snapshot => snapshot.Items.Count == 1, Limit);
        Assert.Equal((StoreState.Live, null), (last.State, last.Fault));
    }

    [ConformanceFact]
    public async Task Reflector_WhoseWatchEnds_GoesOnWithoutAGap()
    {
        await using var reflection = new Reflection(Client, Namespace, TimeSpan.FromSeconds(1));
        await reflection.UntilAsync(snapshot => snapshot.State == StoreState.Live, Limit);
        for (var number = 1; number <= 12; number++)
        {
            await ApplyServiceAsync($"web-{number}");
            await Task.Delay(TimeSpan.FromMilliseconds(300), Limit);
        }
        await reflection.UntilAsync(snapshot => snapshot.Items.Count == 12, Limit);
    }

    [ConformanceFact]
    public async Task Reflector_OfAMissingKind_SaysSo()
    {
        var reflector = new Reflector<ArgoApplication>(Client, ResourceTypes.ArgoApplications, new ReflectorOptions(), TimeProvider.System, new Random(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        var changed = new TaskCompletionSource();
        reflector.Store.Changed += () => changed.TrySetResult();
        var run = reflector.RunAsync(stop.Token);
        await changed.Task.WaitAsync(Limit);
        Assert.Equal(StoreState.NotInstalled, reflector.Store.Snapshot.State);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private protected IAsyncEnumerator<WatchEvent<Service>> Watch(string version, string? selector = null) =>
        Client.WatchAsync(ResourceTypes.Services, new WatchOptions { Namespace = Namespace, ResourceVersion = version, LabelSelector = selector }, Limit).GetAsyncEnumerator(Limit);

    /// <summary>The next event that is not a bookmark.</summary>
    private static async Task<WatchEvent<Service>> NextAsync(IAsyncEnumerator<WatchEvent<Service>> watch)
    {
        do
        {
            Assert.True(await watch.MoveNextAsync(), "The watch ended.");
        }
        while (watch.Current.Type == WatchEventType.Bookmark);
        return watch.Current;
    }

    private static (WatchEventType, string?) Of(WatchEvent<Service> change) => (change.Type, change.Object?.Metadata.Name);

    private Task<JsonObject> AnnotateAsync(string name, string note) =>
        Client.MergePatchAsync(ResourceTypes.Services, Namespace, name, JsonNode.Parse($$$"""{"metadata":{"annotations":{"note":"{{{note}}}"} } }""")!, Limit);
}
