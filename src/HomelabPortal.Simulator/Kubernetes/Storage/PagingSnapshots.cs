using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>Keeps the states that pages are being read from, as long as the real server does.</summary>
internal sealed class PagingSnapshots(TimeProvider time)
{
    private const int Most = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly Dictionary<(ApiResource, long), (StoreSnapshot Snapshot, DateTimeOffset Until)> _kept = [];
    private readonly Lock _lock = new();

    public void Keep(ApiResource resource, StoreSnapshot snapshot)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var old in _kept.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key).ToList()) _kept.Remove(old);
            if (_kept.Count >= Most) _kept.Remove(_kept.MinBy(entry => entry.Value.Until).Key);
            _kept.TryAdd((resource, snapshot.ResourceVersion), (snapshot, now + Lifetime));
        }
    }

    /// <returns>Null when it has expired.</returns>
    public StoreSnapshot? Find(ApiResource resource, long resourceVersion)
    {
        lock (_lock) return _kept.TryGetValue((resource, resourceVersion), out var kept) && kept.Until > time.GetUtcNow() ? kept.Snapshot : null;
    }
}
