namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>What one run of a container wrote. Rotation takes lines away from the front; positions count from the first line ever.</summary>
internal sealed class LogInstance
{
    private readonly Lock _lock = new();
    private readonly List<LoggedLine> _lines = [];
    private TaskCompletionSource _changed = NewChange();
    private long _first;
    private bool _hasEnded;

    /// <summary>Completes at the next line, rotation or end.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock) return _changed.Task;
        }
    }

    public bool HasEnded
    {
        get
        {
            lock (_lock) return _hasEnded;
        }
    }

    public int Count
    {
        get
        {
            lock (_lock) return _lines.Count;
        }
    }

    public void Add(IEnumerable<LoggedLine> lines) => Change(() => _lines.AddRange(lines));

    /// <summary>Forgets all but the newest lines, as when the file was rotated away and only the newest is read.</summary>
    public void Rotate(int kept = 0) => Change(() =>
    {
        var gone = Math.Max(0, _lines.Count - kept);
        _lines.RemoveRange(0, gone);
        _first += gone;
    });

    public void End() => Change(() => _hasEnded = true);

    /// <summary>Where the last lines begin.</summary>
    public long Tail(long? count)
    {
        lock (_lock) return _first + Math.Max(0, _lines.Count - (count ?? _lines.Count));
    }

    /// <summary>The lines from a position on, and the position after them.</summary>
    public (IReadOnlyList<LoggedLine> Lines, long Next) Read(long from, int most)
    {
        lock (_lock)
        {
            var begin = (int)Math.Max(0, from - _first);
            var lines = _lines.GetRange(begin, Math.Min(most, Math.Max(0, _lines.Count - begin)));
            return (lines, _first + begin + lines.Count);
        }
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action change)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            change();
            (told, _changed) = (_changed, NewChange());
        }
        told.SetResult();
    }
}
