using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>The latest minutes of one series, in the order they came. A clock that was set back only makes them come out of order.</summary>
internal sealed class MinuteRing(int capacity)
{
    private Entry[] _entries = new Entry[Math.Min(8, capacity)];
    private int _next;

    public int Count { get; private set; }

    /// <summary>The minute that came last; null while there is none.</summary>
    public long? Last => Count == 0 ? null : _entries[(_next + _entries.Length - 1) % _entries.Length].Minute;

    public void Add(long minute, Band cpu, uint memory, Levels levels)
    {
        if (Count == _entries.Length && Count < capacity)
            Grow();
        _entries[_next] = new Entry((uint)minute, cpu, memory, levels);
        _next = (_next + 1) % _entries.Length;
        Count = Math.Min(Count + 1, _entries.Length);
    }

    /// <summary>The latest <paramref name="count"/> entries, oldest first.</summary>
    public IEnumerable<(long Minute, StoredPoint Point)> Latest(int count)
    {
        count = Math.Min(count, Count);
        for (var index = _next - count + _entries.Length; count > 0; index++, count--)
        {
            var entry = _entries[index % _entries.Length];
            yield return (entry.Minute, new StoredPoint(entry.Cpu, Band.Of(entry.Memory), entry.Levels));
        }
    }

    private void Grow()
    {
        var entries = new Entry[Math.Min(_entries.Length * 2, capacity)];
        for (var index = 0; index < Count; index++)
            entries[index] = _entries[(_next + index) % _entries.Length];
        (_entries, _next) = (entries, Count);
    }

    private readonly record struct Entry(uint Minute, Band Cpu, uint Memory, Levels Levels);
}
