using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Platform;

public sealed class LiveTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Current_BeforeTheFirstPublish_IsLoadingNotEmpty()
    {
        var live = new Live<string>("nothing yet", _time);

        Assert.True(live.Current.IsLoading);
        Assert.False(live.Current.IsCurrent);
    }

    [Fact]
    public void PublishFault_AfterAValue_KeepsTheValueAndItsAge()
    {
        var live = new Live<string>("", _time);
        live.Publish("good");
        var asOf = live.Current.AsOf;

        live.PublishFault("The API server did not answer.");

        Assert.Equal("good", live.Current.Value);
        Assert.Equal(asOf, live.Current.AsOf);
        Assert.Equal("The API server did not answer.", live.Current.Fault);
    }

    [Fact]
    public async Task WatchAsync_ManyPublishesWhileAway_YieldsOnlyTheLatest()
    {
        var live = new Live<string>("first", _time);
        await using var reader = live.WatchAsync().GetAsyncEnumerator();
        await reader.MoveNextAsync();
        Assert.Equal("first", reader.Current.Value);

        live.Publish("second");
        live.Publish("third");
        _time.Advance(TimeSpan.FromSeconds(1));
        await reader.MoveNextAsync();

        Assert.Equal("third", reader.Current.Value);
    }

    [Fact]
    public async Task WatchAsync_FirstChangeAfterQuiet_ComesAtOnceAndTheNextAfterTheInterval()
    {
        var live = new Live<string>("first", _time);
        await using var reader = live.WatchAsync().GetAsyncEnumerator();
        await reader.MoveNextAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        live.Publish("second");
        await reader.MoveNextAsync();
        Assert.Equal("second", reader.Current.Value);

        live.Publish("third");
        var third = reader.MoveNextAsync().AsTask();
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.True(await third.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("third", reader.Current.Value);
    }

    [Fact]
    public async Task WatchAsync_Cancelled_Ends()
    {
        using var closed = new CancellationTokenSource();
        var live = new Live<string>("first", _time);
        await using var reader = live.WatchAsync(closed.Token).GetAsyncEnumerator(closed.Token);
        await reader.MoveNextAsync();
        var next = reader.MoveNextAsync().AsTask();

        await closed.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
