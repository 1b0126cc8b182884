using System.Collections.Immutable;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Pods;

/// <summary>
/// Keeps the pod rows in order and makes only those anew whose pod, usage or verdict changed:
/// with thousands of pods, sorting and judging them all at every event would cost more than everything else together.
/// </summary>
internal sealed class PodTable
{
    private static readonly Comparer<Entry> _order = Comparer<Entry>.Create(Compare);
    private Entry[] _entries = [];
    private ImmutableDictionary<string, Pod> _pods = ImmutableDictionary<string, Pod>.Empty;
    private ImmutableDictionary<string, Usage> _usage = ImmutableDictionary<string, Usage>.Empty;
    private DateTimeOffset? _recheckAt;

    /// <summary>By namespace and name. The same instance as before when nothing changed.</summary>
    public IReadOnlyList<PodRow> Rows { get; private set; } = [];

    public void Update(ImmutableDictionary<string, Pod> pods, ImmutableDictionary<string, Usage> usage, DateTimeOffset now)
    {
        if (ReferenceEquals(pods, _pods) && ReferenceEquals(usage, _usage) && !(_recheckAt <= now))
            return;
        var (entries, changed) = Keep(pods, usage, now);
        if (pods.Count > entries.Count)
        {
            entries = Merge(entries, Added(pods, usage, now));
            changed = true;
        }

        (_pods, _usage) = (pods, usage);
        _entries = [.. entries];
        if (changed)
            Rows = Array.ConvertAll(_entries, entry => entry.Row);
        _recheckAt = _entries.Min(entry => entry.Row.RecheckAt);
    }

    /// <summary>The entries that are still there, in order, with fresh rows where needed.</summary>
    private (List<Entry> Kept, bool Changed) Keep(ImmutableDictionary<string, Pod> pods, ImmutableDictionary<string, Usage> usage, DateTimeOffset now)
    {
        var kept = new List<Entry>(_entries.Length + 16);
        var changed = false;
        var isMeasuredAnew = !ReferenceEquals(usage, _usage);
        foreach (var entry in _entries)
        {
            if (!pods.TryGetValue(entry.Row.Key, out var pod))
            {
                changed = true;
                continue;
            }

            var used = isMeasuredAnew ? UsageOf(usage, entry.Row.Key) : entry.Row.Used;
            if (ReferenceEquals(pod, entry.Pod) && used == entry.Row.Used && !(entry.Row.RecheckAt <= now))
            {
                kept.Add(entry);
                continue;
            }

            var row = PodRow.Of(pod, used, now);
            changed |= row != entry.Row;
            kept.Add(new Entry(pod, row == entry.Row ? entry.Row : row));
        }

        return (kept, changed);
    }

    private List<Entry> Added(ImmutableDictionary<string, Pod> pods, ImmutableDictionary<string, Usage> usage, DateTimeOffset now)
    {
        var added = new List<Entry>();
        foreach (var (key, pod) in pods)
        {
            if (!_pods.ContainsKey(key))
                added.Add(new Entry(pod, PodRow.Of(pod, UsageOf(usage, key), now)));
        }

        added.Sort(_order);
        return added;
    }

    private static List<Entry> Merge(List<Entry> left, List<Entry> right)
    {
        var merged = new List<Entry>(left.Count + right.Count);
        var (l, r) = (0, 0);
        while (l < left.Count && r < right.Count)
            merged.Add(Compare(left[l], right[r]) <= 0 ? left[l++] : right[r++]);
        merged.AddRange(left[l..]);
        merged.AddRange(right[r..]);
        return merged;
    }

    private static Usage? UsageOf(ImmutableDictionary<string, Usage> usage, string key) => usage.TryGetValue(key, out var used) ? used : null;

    private static int Compare(Entry left, Entry right)
    {
        var byNamespace = NaturalOrder.Instance.Compare(left.Row.Namespace, right.Row.Namespace);
        return byNamespace != 0 ? byNamespace : NaturalOrder.Instance.Compare(left.Row.Name, right.Row.Name);
    }

    private readonly record struct Entry(Pod Pod, PodRow Row);
}
