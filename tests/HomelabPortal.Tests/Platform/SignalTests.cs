using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Platform;

public sealed class SignalTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task WaitAsync_RaisedManyTimesBefore_WakesOnce()
    {
        var signal = new Signal();
        signal.Raise();
        signal.Raise();

        Assert.True(await signal.WaitAsync(TimeSpan.FromMinutes(1), _time, CancellationToken.None));

        var second = signal.WaitAsync(TimeSpan.FromMinutes(1), _time, CancellationToken.None);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await second);
    }

    [Fact]
    public async Task WaitAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var wait = new Signal().WaitAsync(TimeSpan.FromMinutes(1), _time, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void Backoff_Failures_GrowToTheCeilingAndResetByASuccess()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(1));

        var delays = Enumerable.Range(0, 10).Select(_ => backoff.Next().TotalSeconds).ToList();
        backoff.Reset();

        Assert.All(delays, (delay, index) => Assert.InRange(delay, Math.Min(30, Math.Pow(2, index)) / 2, Math.Min(30, Math.Pow(2, index))));
        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1);
    }
}
