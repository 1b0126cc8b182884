using System.Collections.Concurrent;
using HomelabPortal.Kubernetes;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>Whatever goes wrong: in the end the store equals the server, nothing that was there ever vanished from it, and its age was true meanwhile.</summary>
public sealed class ReflectorHonestyTests
{
    public static TheoryData<string> Troubles => [.. ReflectorTroubles.All.Keys];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Store_AfterTrouble_EqualsTheServerAndLostNothingOnTheWay(string trouble)
    {
        await using var running = new RunningReflector();
        var watch = await running.StartLiveAsync(Samples.Pod("a", "7"), Samples.Pod("b", "8"), Samples.Pod("d", "9"));
        running.Time.Advance(TimeSpan.FromSeconds(7));
        await watch.SendAsync(Samples.Event("MODIFIED", Samples.Pod("a", "12")));
        await running.NextAsync(snapshot => snapshot.Items["media/a"].Metadata.ResourceVersion == "12");
        var lastWord = running.Time.GetUtcNow();
        var seen = new ConcurrentQueue<ResourceSnapshot<Pod>>();
        running.Store.Changed += () => seen.Enqueue(running.Store.Snapshot);

        await ReflectorTroubles.All[trouble](running.Api, watch);
        await PassUntilAsync(running, () => running.Store.Snapshot is { State: StoreState.Live, Items.Count: 3 } snapshot && snapshot.Items.ContainsKey("media/c"));

        Assert.Equal(["media/a 12", "media/b 8", "media/c 20"], running.Store.Snapshot.Items.Select(item => $"{item.Key} {item.Value.Metadata.ResourceVersion}").Order());
        Assert.All(seen, snapshot => Assert.True(snapshot.Items.ContainsKey("media/a") && snapshot.Items.ContainsKey("media/b"), $"A pod that was there vanished: {string.Join(", ", snapshot.Items.Keys)}"));
        Assert.All(seen.Where(snapshot => !snapshot.Items.ContainsKey("media/d")), snapshot => Assert.True(snapshot.Items.ContainsKey("media/c"), "A delete was published before the server told it."));
        Assert.All(seen.Where(snapshot => snapshot.State != StoreState.Live), snapshot => Assert.Equal((lastWord, true), (snapshot.LastEventAt!.Value, snapshot.Fault is not null)));
    }

    [Fact]
    public async Task TryNow_WhileWaitingAfterAFailure_AsksAtOnce()
    {
        await using var running = new RunningReflector();
        running.Api.Refuse();
        running.Start();
        await running.NextAsync(snapshot => snapshot.Fault is not null);
        await running.Time.SetAsync(1.2);
        running.Api.Answer(Samples.List("10", Samples.Pod("a", "7")));

        running.Reflector.TryNow();

        Assert.Equal(StoreState.Live, (await running.NextAsync(snapshot => snapshot.State == StoreState.Live)).State);
    }

    /// <summary>Lets time go on until it holds; every wait of the reflector comes to its end.</summary>
    private static Task PassUntilAsync(RunningReflector running, Func<bool> holds) => Eventually.HoldsAsync(
        () =>
        {
            running.Time.Advance(TimeSpan.FromSeconds(5));
            return holds();
        },
        () => $"The store stands at {running.Store.Snapshot}",
        TimeSpan.FromSeconds(60));
}
