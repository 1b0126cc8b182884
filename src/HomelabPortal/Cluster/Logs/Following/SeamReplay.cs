using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>
/// Finds the place in a log read anew where what was shown ends. Each way the two may fit is kept until a line contradicts it;
/// the one with the most in common is believed.
/// <para>fits from the first line remembered: nothing was lost</para>
/// <para>fits from a later one: the lines before were rotated away after they were shown, and nothing was lost</para>
/// <para>fits nowhere: broken</para>
/// </summary>
internal sealed class SeamReplay(IReadOnlyList<SeenLine> seen, bool startsInside)
{
    private const int MostFits = 64;
    private const int MostHeld = 512;

    /// <summary>Each is the place among the remembered lines of the answer's first line; below zero when that is older than all of them.</summary>
    private readonly List<int> _fits = [];
    private readonly List<PodLogLine> _held = [];
    private int _count;

    /// <summary>From here on every line is new.</summary>
    public bool IsJoined { get; private set; } = seen.Count == 0;

    public SeamStep Take(PodLogLine line)
    {
        if (IsJoined)
            return new(SeamOutcome.New, [line]);
        var now = new SeenLine(line.Time!.Value.UnixNanoseconds, line.Hash);
        _fits.RemoveAll(fit => _count + fit < seen.Count && seen[_count + fit] != now);
        Begin(now);
        _count++;
        if (_fits.Count == 0)
            return IsOlderThanAll(now) ? Older() : new(SeamOutcome.Broken, [.. _held, line]);
        _held.Add(line);
        if (_held.Count > MostHeld)
            _held.RemoveAt(0);
        var after = _count + _fits[0] - seen.Count;
        if (after < 0)
            return new(SeamOutcome.Seen, []);
        IsJoined = true;
        return after == 0 ? new(SeamOutcome.Seen, []) : new(SeamOutcome.New, [.. _held.TakeLast(after)]);
    }

    /// <summary>The best comes first: whole fits, the earliest of them first, then ever shorter ones.</summary>
    private void Begin(SeenLine now)
    {
        if (_count == 0)
        {
            for (var place = 0; place < seen.Count && _fits.Count < MostFits; place++)
            {
                if (seen[place] == now)
                    _fits.Add(place);
            }
        }
        else if (startsInside && seen[0] == now && _fits.Count < MostFits)
        {
            var whole = _fits.FindIndex(fit => fit > 0);
            _fits.Insert(whole < 0 ? _fits.Count : whole, -_count);
        }
    }

    private bool IsOlderThanAll(SeenLine now) => startsInside && now.UnixNanoseconds <= seen[0].UnixNanoseconds;

    private SeamStep Older()
    {
        _held.Clear();
        return new(SeamOutcome.Seen, []);
    }
}
