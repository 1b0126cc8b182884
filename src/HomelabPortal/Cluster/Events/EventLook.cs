using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Events;

/// <summary>Reads the events of one scope again and again, from the first one who looks until the last one has gone.</summary>
internal sealed partial class EventLook(EventScope scope, EventReader reader, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(10);

    public Live<EventsRead> Live { get; } = new(EventsRead.None, time);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        do
        {
            try
            {
                Publish(await reader.ReadAsync(scope, cancellationToken));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Unexpected(logger, fault);
                Live.PublishFault("The events could not be read. The portal's log says why.");
            }
        }
        while (await NextAsync(timer, cancellationToken));
    }

    private void Publish(Reading<EventsRead> read)
    {
        if (read.Value is { } events)
            Live.Publish(events);
        else if (read.MissingRule is { } rule)
            Live.Publish(EventsRead.None with { MissingRule = rule });
        else
            Live.PublishFault(read.Message);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Events could not be read")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
