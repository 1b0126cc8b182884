namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>Hidden values by what tells one from another. What cannot be told apart is given back in its order, or not at all.</summary>
internal sealed class HiddenValues
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private Dictionary<string, int> _expected = [];

    public void Add(string key, string value)
    {
        if (key.Length == 0)
            return;
        if (!_values.TryGetValue(key, out var values))
            _values[key] = values = [];
        values.Add(value);
    }

    /// <summary>How often each is asked for.</summary>
    public void Expect(IEnumerable<string> keys) => _expected = keys.GroupBy(key => key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    public bool Has(string key) => _values.TryGetValue(key, out var values) && (values.Distinct(StringComparer.Ordinal).Count() == 1 || values.Count == _expected.GetValueOrDefault(key));

    /// <summary>Null when nothing is known of it, or too much.</summary>
    public string? Take(string key)
    {
        if (!Has(key))
            return null;
        var place = _taken[key] = _taken.GetValueOrDefault(key, -1) + 1;
        return _values[key][Math.Min(place, _values[key].Count - 1)];
    }
}
