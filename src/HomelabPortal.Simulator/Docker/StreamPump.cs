using System.Threading.Channels;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Sends what comes through a channel until it ends, the caller leaves, or a fault strikes the stream.</summary>
internal static class StreamPump
{
    public static async Task RunAsync<T>(DockerCall call, ChannelReader<T> items, TimeSpan? end, Func<T, Task> write)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted);
        using var handle = call.OpenStream?.Invoke(call.Context, stop.Cancel);
        if (handle?.Effect is not null) await stop.CancelAsync();
        using var timer = end is { } after ? call.Host.Time.CreateTimer(_ => stop.Cancel(), null, after, Timeout.InfiniteTimeSpan) : null;
        try
        {
            await foreach (var item in items.ReadAllAsync(stop.Token)) await write(item);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (handle?.Effect is FaultEffect.SilentWatch && !call.Aborted.IsCancellationRequested)
                await Task.Delay(Timeout.InfiniteTimeSpan, call.Host.Time, call.Aborted);
            else if (handle?.Effect is not null)
                call.Context.Abort();
        }
    }
}
