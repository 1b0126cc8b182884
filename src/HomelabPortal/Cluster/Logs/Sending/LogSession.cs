using HomelabPortal.Access;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>One answer with a log in it, from the check whether there is room to the last line. It ends with its reader.</summary>
internal sealed class LogSession(ClusterSource source, Live<ClusterState> cluster, LogStreams streams, Random random, TimeProvider time)
{
    /// <returns>Why it cannot be read, with the status to answer; null when it was sent.</returns>
    public async Task<LogRefusal?> RunAsync(HttpContext context, LogRequest request, Func<IReadOnlyList<Viewed>, Task> send)
    {
        if (source.Client is not { } client)
            return new(StatusCodes.Status503ServiceUnavailable, source.Help);
        if (!LogSources.Exists(cluster.Current.Value, request))
            return new(StatusCodes.Status404NotFound, $"There is no {request.Kind} {request.Namespace}/{request.Name}.");
        if (request.Container is { } container && request.Kind == "Pod" && LogSources.Of(cluster.Current.Value, request).Count == 0)
            return new(StatusCodes.Status404NotFound, $"Pod {request.Namespace}/{request.Name} has no container {container}.");
        var actor = Actor.Of(context.User);
        if (streams.TryBegin(actor, out var end) is { } full)
            return new(StatusCodes.Status429TooManyRequests, full);
        using (end)
        using (var reading = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted))
        {
            var watching = streams.WatchAsync(actor, reading);
            try
            {
                await foreach (var happenings in new LogView(client, cluster, request, random, time).ReadAsync(reading.Token))
                    await send(happenings);
            }
            catch (OperationCanceledException) when (reading.IsCancellationRequested)
            {
                // The reader has gone, or may not read any more: nobody should take this for the end of the log.
                context.Abort();
            }
            finally
            {
                await reading.CancelAsync();
                await watching;
            }
        }

        return null;
    }
}
