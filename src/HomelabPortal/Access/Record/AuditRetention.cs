namespace HomelabPortal.Access.Record;

/// <summary>Once a day lets go of what has served its time.</summary>
internal sealed partial class AuditRetention(RecordBook book, TimeProvider time, ILogger<AuditRetention> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not among the work of the start.
        var wait = _first;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = _interval;
                var counts = await book.PruneAsync(stoppingToken);
                if (!counts.IsNothing)
                    Log.Pruned(logger, counts);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.PruneFailed(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Deleted what has served its time: {Counts}")]
        public static partial void Pruned(ILogger logger, PruneCounts counts);

        [LoggerMessage(Level = LogLevel.Error, Message = "Deleting what has served its time failed; it is tried again tomorrow")]
        public static partial void PruneFailed(ILogger logger, Exception fault);
    }
}
