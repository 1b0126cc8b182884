namespace HomelabPortal.Kubernetes;

/// <summary>Waits that double from 0.8 s to 30 s, each lengthened at random up to twofold, and start over after two calm minutes (client-go's reflector).</summary>
internal sealed class RetryDelay(TimeProvider time, Random random)
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _calm = TimeSpan.FromMinutes(2);
    private TimeSpan _next = _first;
    private long? _lastAt;

    /// <summary>The trouble is known to be over: the next wait is a short one.</summary>
    public void Reset() => _next = _first;

    /// <summary>The next wait, at least as long as the server asked for.</summary>
    public TimeSpan Next(TimeSpan? atLeast = null)
    {
        if (_lastAt is { } last && time.GetElapsedTime(last) > _calm)
            _next = _first;
        var delay = _next * (1 + Jitter.Next(random));
        _next = _next * 2 < _longest ? _next * 2 : _longest;
        var wait = atLeast is { } asked && asked > delay ? asked : delay;
        // Calm is counted from the end of the wait, not from its start.
        _lastAt = time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
        return wait;
    }
}
