namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>
/// Puts what several sources say into the order of time. Within a source nothing changes places.
/// Something is given out when every source has got as far, when it waited as long as anybody should, or when too much waits.
/// </summary>
internal sealed class MergeBuffer<T>(TimeSpan hold, int most)
{
    private readonly PriorityQueue<(T Item, DateTimeOffset Arrived), (long At, long Order)> _waiting = new();
    private readonly Dictionary<int, long> _reached = [];
    private long _order;

    public int Count => _waiting.Count;

    public void Open(int source) => _reached[source] = long.MinValue;

    /// <summary>Nothing comes from it any more, so nobody waits for it.</summary>
    public void Close(int source) => _reached.Remove(source);

    /// <param name="at">When it happened; null for what has no time of its own: it stays behind what its source said before.</param>
    public void Add(int source, long? at, T item, DateTimeOffset now)
    {
        var before = _reached.GetValueOrDefault(source, long.MinValue);
        var key = Math.Max(at ?? before, before);
        _reached[source] = key;
        _waiting.Enqueue((item, now), (key, _order++));
    }

    public IReadOnlyList<T> Take(DateTimeOffset now)
    {
        var ready = new List<T>();
        var reached = _reached.Count == 0 ? long.MaxValue : _reached.Values.Min();
        while (_waiting.TryPeek(out var next, out var key) && (key.At <= reached || _waiting.Count > most || now - next.Arrived >= hold))
        {
            ready.Add(next.Item);
            _waiting.Dequeue();
        }

        return ready;
    }
}
