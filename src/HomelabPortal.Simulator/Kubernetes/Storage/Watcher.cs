using System.Threading.Channels;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>The queue between the store and one open watch.</summary>
internal sealed class Watcher
{
    // Like the real server's, a watch whose reader does not keep up is ended rather than fed without bound.
    private const int Capacity = 10_000;
    private readonly Channel<WatchItem> _queue = Channel.CreateBounded<WatchItem>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<WatchItem> Items => _queue.Reader;

    public void Offer(StoreChange change) => Write(new WatchItem(change, 0));

    /// <summary>Everything up to this version has been offered.</summary>
    public void Bookmark(long resourceVersion) => Write(new WatchItem(null, resourceVersion));

    public void End() => _queue.Writer.TryComplete();

    private void Write(WatchItem item)
    {
        if (!_queue.Writer.TryWrite(item)) End();
    }
}
