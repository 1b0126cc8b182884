using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Kubernetes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class ResourceStoreTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ResourceStore<Pod> _store;

    public ResourceStoreTests() => _store = new ResourceStore<Pod>(_time, NullLogger.Instance);

    [Fact]
    public void Replace_UnchangedObjects_KeepTheirInstance()
    {
        var (a, b) = (Pod("a", "1"), Pod("b", "2"));
        _store.Replace(new([a, b], "10"));
        var before = _store.Snapshot;
        _store.Replace(new([Pod("a", "1"), Pod("b", "3")], "11"));

        Assert.Same(a, before.Items["media/a"]);
        Assert.Same(a, _store.Snapshot.Items["media/a"]);
        Assert.NotSame(b, _store.Snapshot.Items["media/b"]);
        Assert.Same(b, before.Items["media/b"]);
    }

    [Fact]
    public void Replace_NothingChanged_KeepsTheDictionary()
    {
        _store.Replace(new([Pod("a", "1")], "10"));
        var items = _store.Snapshot.Items;
        _store.Replace(new([Pod("a", "1")], "11"));
        Assert.Same(items, _store.Snapshot.Items);
    }

    [Fact]
    public void Replace_RecreatedObjectWithTheSameVersion_IsTaken()
    {
        _store.Replace(new([Pod("a", "1", "u1")], "10"));
        _store.Replace(new([Pod("a", "1", "u2")], "11"));
        Assert.Equal("u2", _store.Snapshot.Items["media/a"].Metadata.Uid);
    }

    [Fact]
    public void Fault_BeforeTheFirstList_IsNotStale()
    {
        _store.MarkFault(StoreState.Stale, "no connection");
        Assert.Equal((StoreState.Syncing, "no connection"), (_store.Snapshot.State, _store.Snapshot.Fault));
    }

    [Fact]
    public void Fault_AfterAList_KeepsWhatIsKnownWithItsAge()
    {
        _store.Replace(new([Pod("a", "1")], "10"));
        var syncedAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(3));
        _store.MarkFault(StoreState.Stale, "no connection");
        Assert.Single(_store.Snapshot.Items);
        Assert.Equal((StoreState.Stale, syncedAt, syncedAt), (_store.Snapshot.State, _store.Snapshot.LastSyncAt!.Value, _store.Snapshot.LastEventAt!.Value));
    }

    [Fact]
    public void Fault_Repeated_WakesNobody()
    {
        _store.Replace(new([], "10"));
        _store.MarkFault(StoreState.Stale, "no connection");
        var calls = 0;
        _store.Changed += () => calls++;
        _store.MarkFault(StoreState.Stale, "no connection");
        Assert.Equal(0, calls);
    }

    [Fact]
    public void Changed_SeesTheNewSnapshot()
    {
        var seen = 0;
        _store.Changed += () => seen = _store.Snapshot.Items.Count;
        _store.Replace(new([Pod("a", "1"), Pod("b", "2")], "10"));
        Assert.Equal(2, seen);
    }

    [Fact]
    public void AnyEvents_InAnyBatches_GiveTheSameAsOneByOne() =>
        Prop.ForAll<int[], byte>((steps, cut) =>
        {
            var events = steps.Select((step, index) => Change(step, index)).ToArray();
            var (together, single) = (new ResourceStore<Pod>(_time, NullLogger.Instance), new ResourceStore<Pod>(_time, NullLogger.Instance));
            foreach (var batch in events.Chunk(1 + cut % 7)) together.Apply(batch);
            foreach (var change in events) single.Apply([change]);
            return together.Snapshot.Items.Select(Described).Order().SequenceEqual(single.Snapshot.Items.Select(Described).Order());
        }).QuickCheckThrowOnFailure();

    private static string Described(KeyValuePair<string, Pod> item) => $"{item.Key}@{item.Value.Metadata.ResourceVersion}";

    private static WatchEvent<Pod> Change(int step, int index)
    {
        var type = (WatchEventType)(Math.Abs((long)step) % 3);
        return new WatchEvent<Pod>(type, Pod($"p{Math.Abs((long)step) % 5}", $"{index + 1}"), $"{index + 1}");
    }

    private static Pod Pod(string name, string version, string uid = "u") =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = "media", Uid = uid, ResourceVersion = version } };
}
