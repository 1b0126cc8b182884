namespace HomelabPortal.Access.Backups;

/// <summary>Makes a copy a day, also when the portal is started anew every few hours.</summary>
internal sealed partial class BackupWorker(BackupMaker maker, BackupFolder folder, BackupActs acts, TimeProvider time, ILogger<BackupWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _mostAge = TimeSpan.FromDays(1);
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not among the work of the start.
        var wait = TimeSpan.FromMinutes(2);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = _interval;
                if (folder.List() is [var newest, ..] && time.GetUtcNow() - newest.At < _mostAge)
                    continue;
                var made = await maker.MakeAsync(stoppingToken);
                acts.Refresh();
                Log.Made(logger, made.Name, made.Bytes);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Made the daily backup {Name} of {Bytes} bytes")]
        public static partial void Made(ILogger logger, string name, long bytes);

        [LoggerMessage(Level = LogLevel.Error, Message = "The daily backup failed; it is tried again in half an hour")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
