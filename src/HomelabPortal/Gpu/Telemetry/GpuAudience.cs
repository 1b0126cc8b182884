using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>How many people look at the cards now. The first one to come is shown fresh figures at once.</summary>
internal sealed class GpuAudience
{
    private int _count;

    public bool IsWatching => Volatile.Read(ref _count) > 0;

    /// <summary>Raised when somebody comes.</summary>
    public Signal Arrived { get; } = new();

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
