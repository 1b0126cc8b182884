using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>The ids of all series that are in the database, read once and then known. One recorder uses it.</summary>
internal sealed class SeriesIds
{
    private Dictionary<MetricSubject, int> _ids = [];
    private int _highest;

    public IReadOnlyCollection<KeyValuePair<MetricSubject, int>> All => _ids;

    public int? Find(MetricSubject subject) => _ids.TryGetValue(subject, out var id) ? id : null;

    public void Load(IEnumerable<MetricSeriesRow> rows)
    {
        _ids = rows.ToDictionary(row => new MetricSubject(row.Kind, row.Namespace, row.Name), row => row.Id);
        _highest = _ids.Count == 0 ? 0 : _ids.Values.Max();
    }

    /// <summary>A row for a subject that has none; <see cref="Keep"/> it once it is stored.</summary>
    public MetricSeriesRow New(MetricSubject subject, int after) =>
        new() { Id = _highest + 1 + after, Kind = subject.Kind, Namespace = subject.Namespace, Name = subject.Name };

    public void Keep(MetricSeriesRow row)
    {
        _ids[new MetricSubject(row.Kind, row.Namespace, row.Name)] = row.Id;
        _highest = Math.Max(_highest, row.Id);
    }

    public void Forget(IReadOnlySet<int> ids)
    {
        foreach (var (subject, id) in _ids.ToList())
        {
            if (ids.Contains(id))
                _ids.Remove(subject);
        }
    }
}
