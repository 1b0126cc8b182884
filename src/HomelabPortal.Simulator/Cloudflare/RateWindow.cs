namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The budget of calls: so many in five minutes, and once it is gone nothing for the next five.</summary>
internal sealed class RateWindow(TimeProvider time, int limit)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);
    private DateTimeOffset _opened = time.GetUtcNow();
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private int _used;

    public int Limit => limit;

    public int Remaining => Math.Max(0, limit - _used);

    public DateTimeOffset ResetsAt => _opened + Length;

    /// <summary>Counts one call; the time to wait when it is one too many.</summary>
    public TimeSpan? Take()
    {
        var now = time.GetUtcNow();
        if (now < _blockedUntil) return _blockedUntil - now;
        if (now >= ResetsAt) (_opened, _used) = (now, 0);
        if (++_used <= limit) return null;
        _blockedUntil = now + Length;
        return Length;
    }
}
