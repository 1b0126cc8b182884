using System.Collections.Immutable;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>All objects of one resource, their recent changes and who watches them. Used under the store's lock.</summary>
internal sealed class ObjectCollection(ApiResource resource, int historyLimit, long oldest)
{
    private readonly Queue<StoreChange> _history = new();
    private readonly List<Watcher> _watchers = [];
    private ImmutableSortedDictionary<string, StoredObject> _atOldest = Empty;

    private static ImmutableSortedDictionary<string, StoredObject> Empty { get; } = ImmutableSortedDictionary.Create<string, StoredObject>(StringComparer.Ordinal);

    public ApiResource Resource { get; set; } = resource;

    public ImmutableSortedDictionary<string, StoredObject> Items { get; private set; } = Empty;

    /// <summary>A watch may start here or later.</summary>
    public long OldestVersion { get; private set; } = oldest;

    public void Publish(ChangeType type, StoredObject item)
    {
        var previous = Items.GetValueOrDefault(item.Key);
        Items = type == ChangeType.Deleted ? Items.Remove(item.Key) : Items.SetItem(item.Key, item);
        var change = new StoreChange(type, item, previous, Items);
        _history.Enqueue(change);
        while (_history.Count > historyLimit) Forget(_history.Dequeue());
        foreach (var watcher in _watchers) watcher.Offer(change);
    }

    /// <summary>The collection as it stood at a resource version; null when that is forgotten.</summary>
    public ImmutableSortedDictionary<string, StoredObject>? At(long resourceVersion)
    {
        if (resourceVersion < OldestVersion) return null;
        var at = _atOldest;
        foreach (var change in _history)
        {
            if (change.ResourceVersion > resourceVersion) break;
            at = change.After;
        }
        return at;
    }

    /// <summary>Starts a watcher with what happened after a version it has already seen.</summary>
    public void Join(Watcher watcher, long after)
    {
        foreach (var change in _history)
        {
            if (change.ResourceVersion > after) watcher.Offer(change);
        }
        _watchers.Add(watcher);
    }

    public void Leave(Watcher watcher) => _watchers.Remove(watcher);

    /// <summary>Forgets every change so far: what is there now was always there.</summary>
    public void ForgetHistory(long now)
    {
        _history.Clear();
        (_atOldest, OldestVersion) = (Items, now);
    }

    /// <summary>Ends every watch, as when the resource is no longer served.</summary>
    public void Close()
    {
        foreach (var watcher in _watchers) watcher.End();
    }

    private void Forget(StoreChange change) => (_atOldest, OldestVersion) = (change.After, change.ResourceVersion);
}
