namespace HomelabPortal.Tests;

/// <summary>A clock that runs so many times faster than the wall's, for whole labs whose habits take seconds.</summary>
internal sealed class HastyTimeProvider(int factor) : TimeProvider
{
    private readonly DateTimeOffset _startTime = DateTimeOffset.UtcNow;
    private readonly long _startStamp = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _startStamp + (System.GetTimestamp() - _startStamp) * factor;

    public override DateTimeOffset GetUtcNow() => _startTime + System.GetElapsedTime(_startStamp) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private TimeSpan Shorter(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / factor));
}
