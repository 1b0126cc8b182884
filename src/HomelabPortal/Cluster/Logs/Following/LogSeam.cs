using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>
/// Remembers the end of what was shown of one run of a container, so that a log read again can be joined to it
/// with no line lost and none twice.
/// <para>
/// A log can only be asked for from a whole second on, and the two streams of a container may write a little out of order.
/// So it is asked for from the second before the newest line, and every line from then on is remembered, in order, by time and content:
/// the answer must begin with exactly these. Equal lines are told apart by their number.
/// </para>
/// </summary>
/// <param name="notBefore">What is older was never asked for.</param>
/// <param name="startsInside">The first line may have older ones of the same second before it, as after asking for the last lines.</param>
internal sealed class LogSeam(DateTimeOffset? notBefore = null, bool startsInside = false)
{
    /// <summary>More in two seconds than a person can follow; a burst beyond it is joined by its last lines.</summary>
    public const int Most = 20_000;

    private const long Second = 1_000_000_000;
    private readonly List<SeenLine> _seen = [];
    private long _newestSecond = long.MinValue;
    private bool _startsInside = startsInside;

    public bool IsEmpty => Last is null;

    /// <summary>The first line shown of this run.</summary>
    public LogTime? First { get; private set; }

    /// <summary>The line shown last.</summary>
    public LogTime? Last { get; private set; }

    /// <summary>From when on to ask for the log; null before anything was shown.</summary>
    public DateTimeOffset? ResumeFrom => IsEmpty ? null
        : DateTimeOffset.FromUnixTimeSeconds(_newestSecond - 1) is var from && notBefore > from ? notBefore : from;

    /// <summary>Joins one more answer to what was shown so far.</summary>
    public SeamReplay Replay() => new(_seen, _startsInside);

    /// <summary>A line was shown.</summary>
    public void Add(PodLogLine line)
    {
        var time = line.Time ?? throw new ArgumentException("A line without a time cannot be joined to.", nameof(line));
        First ??= time;
        Last = time;
        if (time.UnixSeconds > _newestSecond)
        {
            _newestSecond = time.UnixSeconds;
            if (_seen.RemoveAll(seen => seen.UnixNanoseconds < (_newestSecond - 1) * Second) > 0)
                _startsInside = false;
        }

        if (time.UnixNanoseconds >= (_newestSecond - 1) * Second)
            _seen.Add(new SeenLine(time.UnixNanoseconds, line.Hash));
        if (_seen.Count > Most)
            Shorten();
    }

    /// <summary>Whole instants are forgotten, so that the rest begins with a time none of the forgotten has.</summary>
    private void Shorten()
    {
        var last = _seen[Most / 4].UnixNanoseconds;
        _seen.RemoveAll(seen => seen.UnixNanoseconds <= last);
        _startsInside = true;
    }
}
