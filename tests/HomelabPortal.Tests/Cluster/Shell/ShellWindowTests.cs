using HomelabPortal.Cluster.Shell.Wire;

namespace HomelabPortal.Tests.Cluster.Shell;

public sealed class ShellWindowTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Take_BeyondTheWindow_WaitsUntilSomeWasRead()
    {
        var window = new ShellWindow(100, _time);
        await window.TakeAsync(100, CancellationToken.None);
        var waiting = window.TakeAsync(50, CancellationToken.None);

        Assert.False(waiting.IsCompleted);
        window.Read(10);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Take_WhenNothingIsReadForAWhile_GoesOnAllTheSame()
    {
        var window = new ShellWindow(100, _time);
        await window.TakeAsync(100, CancellationToken.None);
        var waiting = window.TakeAsync(50, CancellationToken.None);

        Assert.False(waiting.IsCompleted);
        _time.Advance(ShellWindow.Patience);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Take_WithoutAWindow_NeverWaits()
    {
        var window = new ShellWindow(null, _time);
        for (var count = 0; count < 1000; count++)
            await window.TakeAsync(int.MaxValue, CancellationToken.None);
    }

    [Fact]
    public async Task Take_Cancelled_Ends()
    {
        var window = new ShellWindow(1, _time);
        using var cancel = new CancellationTokenSource();
        await window.TakeAsync(1, cancel.Token);
        var waiting = window.TakeAsync(1, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
