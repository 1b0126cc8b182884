using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>Where a follower stands: which run of the container it reads and what of it was shown.</summary>
internal sealed class LogRun
{
    private readonly LogWish _wish;
    private LogCursor? _cursor;
    private int _missing;
    private bool _isFirst = true;
    private ulong? _half;

    public LogRun(LogWish wish)
    {
        (_wish, _cursor, _missing) = (wish, wish.Cursor, wish.Cursor?.Count ?? 0);
        Restarts = wish.Cursor?.Restarts;
        var from = From;
        Seam = new LogSeam(from, startsInside: wish.TailLines is not null && from is null);
    }

    public string Container => _wish.Container;

    public LogSeam Seam { get; private set; }

    /// <summary>Null before the first look.</summary>
    public int? Restarts { get; set; }

    /// <summary>Everything of this run was shown.</summary>
    public bool IsRead { get; set; }

    private DateTimeOffset? From => _cursor is { } cursor ? Whole(cursor.Time.At) : _wish.Since is { } since ? Whole(since) : null;

    /// <summary>How to ask for what was not shown yet.</summary>
    public PodLogOptions Ask(bool follow) => new()
    {
        Container = _wish.Container,
        Follow = follow,
        SinceTime = Seam.ResumeFrom ?? (_isFirst ? From : null),
        TailLines = Seam.IsEmpty && _isFirst && _cursor is null ? _wish.TailLines : null,
    };

    /// <summary>The run before this one, until it is sure that no other came between.</summary>
    public LogSeam? Before { get; set; }

    /// <summary>What comes now is not joined to what was shown.</summary>
    public void Begin(bool isSure)
    {
        Before = isSure || Seam.IsEmpty ? null : Seam;
        Seam = new LogSeam();
        (_isFirst, IsRead, _half) = (false, false, null);
    }

    public async Task ShowAsync(PodLogLine line, Func<LogEvent, Task> tell)
    {
        Seam.Add(line);
        await ShowLastAsync(line, tell);
    }

    /// <summary>Half a line cannot be joined to; it is shown only when nothing can follow.</summary>
    public async Task ShowLastAsync(PodLogLine line, Func<LogEvent, Task> tell)
    {
        if (!line.IsWhole)
        {
            // The end may be read twice when the connection breaks right after it.
            if (_half == line.Hash)
                return;
            _half = line.Hash;
        }

        if (_cursor is { } cursor)
        {
            if (line.Time < cursor.Time)
                return;
            if (line.Time == cursor.Time && _missing > 0)
            {
                _missing--;
                return;
            }

            _cursor = null;
            if (_missing == cursor.Count)
                await tell(new LogEvent.Gap(cursor.Time, line.Time));
        }

        await tell(new LogEvent.Line(line));
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
