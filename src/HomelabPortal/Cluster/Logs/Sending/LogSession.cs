using HomelabPortal.Access;
using HomelabPortal.Cluster.Logs.Viewing;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>One answer with a log in it, from the check whether there is room to the last line. It ends with its reader.</summary>
internal sealed class LogSession(IEnumerable<ILogHouse> houses, LogStreams streams, TimeProvider time)
{
    /// <returns>Why it cannot be read, with the status to answer; null when it was sent.</returns>
    public async Task<LogRefusal?> RunAsync(HttpContext context, LogRequest request, Func<IReadOnlyList<Viewed>, Task> send)
    {
        if (houses.FirstOrDefault(one => one.Knows(request)) is not { } house)
            return new(StatusCodes.Status404NotFound, $"There is no {request.Kind} {request.Namespace}/{request.Name}.");
        if (house.WhyNot(request) is { } refusal)
            return refusal;
        var actor = Actor.Of(context.User);
        if (streams.TryBegin(actor, out var end) is { } full)
            return new(StatusCodes.Status429TooManyRequests, full);
        using (end)
        using (var reading = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted))
        {
            var watching = streams.WatchAsync(actor, reading);
            try
            {
                await foreach (var happenings in new LogView(house, request, time).ReadAsync(reading.Token))
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
