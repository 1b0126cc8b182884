using System.Threading.Channels;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>A manual clock that also tells which timers were set, so that a test moves it only once the code under test sleeps.</summary>
internal sealed class TimerLog : TimeProvider
{
    private readonly ManualTimeProvider _inner = new();
    private readonly Channel<TimeSpan> _set = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

    public override long GetTimestamp() => _inner.GetTimestamp();

    public void Advance(TimeSpan by) => _inner.Advance(by);

    /// <summary>Waits until a timer of that length is set, then lets it fire.</summary>
    public async Task PassAsync(double seconds)
    {
        await SetAsync(seconds);
        Advance(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Waits until a timer of that length is set.</summary>
    public async Task SetAsync(double seconds)
    {
        var seen = new List<double>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (true)
            {
                var due = (await _set.Reader.ReadAsync(patience.Token)).TotalSeconds;
                if (Math.Abs(due - seconds) < 0.001) return;
                seen.Add(due);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"No timer of {seconds} s was set; there were {string.Join(", ", seen)}.");
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, _inner.CreateTimer(callback, state, dueTime, period));
        Note(dueTime);
        return timer;
    }

    private void Note(TimeSpan due) => _set.Writer.TryWrite(due);

    private sealed class Timer(TimerLog owner, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            owner.Note(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
