namespace HomelabPortal.Cloudflare;

/// <summary>
/// A token bucket shared by all calls of one API token, and the pause Cloudflare asks for with 429 or announces by a limit that is spent.
/// Lower priorities leave a reserve, so that a busy poller never makes a person wait.
/// </summary>
internal sealed class RateBudget : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly int _capacity;
    private readonly double _perSecond;
    private readonly PriorityQueue<Waiter, (RequestPriority, long)> _waiters = new();
    private readonly ITimer _timer;
    private double _available;
    private long _refilledAt;
    private long _order;
    private DateTimeOffset? _pausedUntil;

    public RateBudget(TimeProvider time, int capacity, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        _time = time;
        _capacity = capacity;
        _perSecond = capacity / window.TotalSeconds;
        _available = capacity;
        _refilledAt = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public RateBudgetState State
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return new((int)_available, _capacity, RemainingPause() is null ? null : _pausedUntil);
            }
        }
    }

    /// <summary>Waits for a turn. A non-null answer is a pause that is still to be kept: do not call.</summary>
    public async Task<TimeSpan?> TakeAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (RemainingPause() is { } pause)
                return pause;
            Refill();
            waiter = new Waiter(priority);
            _waiters.Enqueue(waiter, (priority, _order++));
            ServeWaiters();
        }
        using var registration = cancellationToken.Register(() => waiter.Turn.TrySetCanceled(cancellationToken));
        return await waiter.Turn.Task.ConfigureAwait(false);
    }

    /// <summary>Stops all calls for a while; a running longer pause stays.</summary>
    public void Pause(TimeSpan duration)
    {
        lock (_gate)
        {
            var until = _time.GetUtcNow() + duration;
            if (_pausedUntil is null || until > _pausedUntil)
                _pausedUntil = until;
            ServeWaiters();
        }
    }

    /// <summary>Others spend Cloudflare's limit too: we never think that more is left than it says, and stop before it blocks us.</summary>
    public void Learn(RateLimitNote note)
    {
        lock (_gate)
        {
            Refill();
            _available = Math.Min(_available, note.Remaining);
        }

        if (note is { Remaining: 0, ResetsIn: { } wait })
            Pause(wait);
    }

    public void Dispose() => _timer.Dispose();

    private void Serve()
    {
        lock (_gate)
        {
            Refill();
            ServeWaiters();
        }
    }

    // Continuations of a turn run elsewhere, so completing one under the lock is safe.
    private void ServeWaiters()
    {
        var pause = RemainingPause();
        while (_waiters.TryPeek(out var next, out _))
        {
            if (pause is null && !next.Turn.Task.IsCompleted && _available < Needed(next.Priority))
                break;
            _waiters.Dequeue();
            if (next.Turn.TrySetResult(pause) && pause is null)
                _available--;
        }
        _timer.Change(_waiters.TryPeek(out var first, out _) ? TimeUntil(first.Priority) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private double Needed(RequestPriority priority) => 1 + priority switch
    {
        RequestPriority.Interactive => 0,
        RequestPriority.Verify => _capacity / 20,
        _ => _capacity / 5,
    };

    // Rounded up by a millisecond: a timer that fires early would find the turn not yet due.
    private TimeSpan TimeUntil(RequestPriority priority) =>
        TimeSpan.FromSeconds(Math.Max(0, Needed(priority) - _available) / _perSecond) + TimeSpan.FromMilliseconds(1);

    private TimeSpan? RemainingPause() =>
        _pausedUntil - _time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : null;

    private void Refill()
    {
        var now = _time.GetTimestamp();
        _available = Math.Min(_capacity, _available + (_time.GetElapsedTime(_refilledAt, now).TotalSeconds * _perSecond));
        _refilledAt = now;
    }

    private sealed record Waiter(RequestPriority Priority)
    {
        public TaskCompletionSource<TimeSpan?> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
