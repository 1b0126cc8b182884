using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomelabPortal.Cluster.Logs.Following;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>
/// Reads a pod, a whole workload or a container of a Docker host for one viewer: every container at once, in the order of time; new ones join while it is followed.
/// It reads no faster than it is listened to, and stops with its listener.
/// </summary>
internal sealed class LogView(ILogHouse house, LogRequest request, TimeProvider time)
{
    /// <summary>How long a line waits for older ones of other pods.</summary>
    private static readonly TimeSpan _hold = TimeSpan.FromMilliseconds(500);

    /// <summary>A container whose log takes so long to begin is not waited for.</summary>
    private static readonly TimeSpan _longHold = TimeSpan.FromSeconds(20);

    /// <summary>What comes within it is given out at once: ten times a second is as often as anybody can see.</summary>
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(10);
    private const int Enough = 400;
    private readonly Channel<Item> _items = Channel.CreateBounded<Item>(new BoundedChannelOptions(1000) { SingleReader = true });
    private readonly Dictionary<string, Task> _followers = [];
    private int _next;

    /// <summary>Yields what happened, ten times a second at most, and an empty list now and then while nothing does.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Viewed>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feeding = FeedAsync(stop.Token);
        try
        {
            var buffer = new MergeBuffer<Viewed>(request.Follow ? _hold : _longHold, most: 5_000);
            var isOpen = true;
            while (isOpen || buffer.Count > 0)
            {
                isOpen = isOpen && await WaitAsync(buffer.Count > 0 ? _pace : _beat, cancellationToken);
                while (buffer.Count < Enough * 4 && _items.Reader.TryRead(out var item))
                    Take(buffer, item);
                var ready = buffer.Take(time.GetUtcNow());
                yield return ready;
                if (isOpen && request.Follow && ready.Count is > 0 and < Enough)
                    await Task.Delay(_pace, time, cancellationToken);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    private void Take(MergeBuffer<Viewed> buffer, Item item)
    {
        if (item.Opens)
            buffer.Open(item.Source);
        if (item.What is { } what)
            buffer.Add(item.Source, item.At, what, time.GetUtcNow());
        if (item.Closes)
            buffer.Close(item.Source);
    }

    private async Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            return await _items.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>Begins a follower for each container that belongs to it. Never throws.</summary>
    private async Task FeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var told = 0;
            await foreach (var sources in house.SourcesAsync(request, cancellationToken))
            {
                var isLate = _followers.Count > 0;
                foreach (var source in sources.Where(source => !_followers.ContainsKey(source.Key)).Take(LogSources.Most - Running).ToList())
                    _followers[source.Key] = FollowAsync(_next++, source, isLate, cancellationToken);
                var left = sources.Count(source => !_followers.ContainsKey(source.Key));
                if (left != told && left > 0)
                    await _items.Writer.WriteAsync(new Item(-1, null, new Viewed.TooMany(left)), cancellationToken);
                told = left;
                if (!request.Follow)
                    break;
            }

            await Task.WhenAll(_followers.Values);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody reads any more.
            await Task.WhenAll(_followers.Values);
        }
        finally
        {
            _items.Writer.TryComplete();
        }
    }

    private int Running => _followers.Values.Count(task => !task.IsCompleted);

    private async Task FollowAsync(int number, LogSource source, bool isLate, CancellationToken cancellationToken)
    {
        try
        {
            await _items.Writer.WriteAsync(new Item(number, null, new Viewed.Joined(number, source, isLate), Opens: true), cancellationToken);
            var wish = new LogWish
            {
                Uid = source.Uid, Container = source.Container, Follow = request.Follow, Previous = request.Previous,
                // Of a pod that joins everything is new.
                TailLines = isLate ? null : request.TailLines,
                Since = isLate ? null : request.Since,
                Cursor = request.Cursors.GetValueOrDefault(source.Key),
            };
            await house.FollowAsync(
                source,
                wish,
                what => _items.Writer.WriteAsync(new Item(number, (what as LogEvent.Line)?.Content.Time?.UnixNanoseconds, new Viewed.Said(number, what)), cancellationToken).AsTask(),
                cancellationToken);
            await _items.Writer.WriteAsync(new Item(number, null, null, Closes: true), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody reads any more.
        }
    }

    private readonly record struct Item(int Source, long? At, Viewed? What, bool Opens = false, bool Closes = false);
}
