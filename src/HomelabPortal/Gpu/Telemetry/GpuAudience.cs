using System.Collections.Immutable;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>Whose sake the cards are measured often for: people who look at them now, the first of whom is shown fresh figures at once, and rules that must not miss short work.</summary>
internal sealed class GpuAudience
{
    private int _count;

    private volatile ImmutableHashSet<string> _followed = [];

    public bool IsWatching(string host) => Volatile.Read(ref _count) > 0 || _followed.Contains(host);

    /// <summary>Raised when somebody comes.</summary>
    public Signal Arrived { get; } = new();

    /// <summary>The hosts that are measured often though nobody looks, instead of those before.</summary>
    public void Follow(IEnumerable<string> hosts) => _followed = [.. hosts];

    public IDisposable Join()
    {
        Interlocked.Increment(ref _count);
        Arrived.Raise();
        return new Seat(this);
    }

    private sealed class Seat(GpuAudience audience) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
                Interlocked.Decrement(ref audience._count);
        }
    }
}
