using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Kubernetes;

/// <summary>The latest snapshot of one kind. One writer, its reflector; any number of readers, who never wait.</summary>
public sealed partial class ResourceStore<T>
    where T : class, IKubernetesObject
{
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ResourceSnapshot<T> _snapshot = ResourceSnapshot<T>.Unknown;

    internal ResourceStore(TimeProvider time, ILogger logger) => (_time, _logger) = (time, logger);

    /// <summary>Runs after each new snapshot, on the reflector's thread and outside any lock. It carries no data: look at <see cref="Snapshot"/>.</summary>
    public event Action? Changed;

    public ResourceSnapshot<T> Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Takes a whole list. Objects that are the same as before keep their instance; those no longer listed go.</summary>
    internal void Replace(ResourceList<T> list)
    {
        var before = Snapshot.Items;
        var items = before.ToBuilder();
        var listed = new HashSet<string>(list.Items.Count);
        foreach (var item in list.Items)
        {
            var key = item.Metadata.Key();
            listed.Add(key);
            if (!before.TryGetValue(key, out var known) || !IsSame(known, item))
                items[key] = item;
        }
        if (items.Count > listed.Count)
            items.RemoveRange(before.Keys.Where(key => !listed.Contains(key)));
        var now = _time.GetUtcNow();
        Publish(new ResourceSnapshot<T>(items.ToImmutable(), StoreState.Live, now, now, null, list.ResourceVersion));
    }

    /// <summary>Takes a run of watch events as one change.</summary>
    internal void Apply(IReadOnlyList<WatchEvent<T>> events)
    {
        var before = Snapshot;
        var items = before.Items.ToBuilder();
        foreach (var change in events)
        {
            if (change.Object is not { } item)
                continue;
            var key = item.Metadata.Key();
            if (change.Type == WatchEventType.Deleted)
                items.Remove(key);
            else if (!items.TryGetValue(key, out var known) || !IsSame(known, item))
                items[key] = item;
        }
        var version = events[^1].ResourceVersion;
        Publish(before with
        {
            Items = items.ToImmutable(),
            State = StoreState.Live,
            Fault = null,
            LastEventAt = _time.GetUtcNow(),
            ResourceVersion = version.Length > 0 ? version : before.ResourceVersion,
        });
    }

    /// <summary>The server accepted a watch from where the store is.</summary>
    internal void MarkLive()
    {
        if (Snapshot is { State: not StoreState.Live } before)
            Publish(before with { State = StoreState.Live, Fault = null });
    }

    /// <summary>Keeps what is known and says why it may be out of date.</summary>
    internal void MarkFault(StoreState state, string fault)
    {
        var before = Snapshot;
        // Before the first list there is nothing that could be stale.
        var seen = state == StoreState.Stale && before.LastSyncAt is null ? StoreState.Syncing : state;
        if (before.State != seen || before.Fault != fault)
            Publish(before with { State = seen, Fault = fault });
    }

    /// <summary>The kind is gone from the server, and its objects with it.</summary>
    internal void MarkNotInstalled(string fault) =>
        Publish(ResourceSnapshot<T>.Unknown with { State = StoreState.NotInstalled, Fault = fault, LastEventAt = _time.GetUtcNow() });

    private static bool IsSame(T known, T item) =>
        known.Metadata.ResourceVersion == item.Metadata.ResourceVersion && known.Metadata.Uid == item.Metadata.Uid && item.Metadata.ResourceVersion.Length > 0;

    private void Publish(ResourceSnapshot<T> snapshot)
    {
        Volatile.Write(ref _snapshot, snapshot);
        foreach (var handler in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action)handler)();
            }
            catch (Exception exception)
            {
                // A reader's mistake must not stop the others or the reflector.
                StoreLog.ReaderFailed(_logger, exception, typeof(T).Name);
            }
        }
    }
}
