namespace HomelabPortal.Benchmarks;

/// <summary>One change: which pod ("namespace/name") and the stamp it was given at the moment of sending.</summary>
internal readonly record struct Sent(string Pod, int Value)
{
    /// <summary>
    /// For every change the time until a value at least as new was seen for the same pod, so that a view which skips superseded
    /// values is judged fairly and one that freezes is not. Changes that were never seen are missing in the result.
    /// </summary>
    public static Percentiles Delays(IReadOnlyList<Sent> sent, IReadOnlyDictionary<int, long> seen, long zero)
    {
        var delays = new List<double>();
        foreach (var changes in sent.GroupBy(change => change.Pod))
        {
            var earliest = long.MaxValue;
            foreach (var change in changes.OrderByDescending(change => change.Value))
            {
                if (seen.TryGetValue(change.Value, out var at))
                    earliest = Math.Min(earliest, at);
                if (earliest != long.MaxValue)
                    delays.Add(Math.Max(0, earliest - zero - change.Value));
            }
        }

        return new Percentiles(delays);
    }
}
