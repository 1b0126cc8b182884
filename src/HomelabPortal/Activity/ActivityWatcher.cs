using HomelabPortal.Storage;
using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Activity;

/// <summary>Publishes the record again whenever something was written to the database.</summary>
internal sealed partial class ActivityWatcher(
    ActivityReader reader, DatabaseWriter writer, Live<ActivityState> live, TimeProvider time, ILogger<ActivityWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _mostAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _settle = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                live.Publish(await reader.ReadAsync(stoppingToken));
                await writer.Written.WaitAsync(_mostAge, time, stoppingToken);
                // An apply writes many rows in a row; one reading shows them all.
                await Task.Delay(_settle, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.ReadFailed(logger, fault);
                live.PublishFault("The record could not be read from the database. The log has the details.");
                await Task.Delay(_mostAge, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Reading the record failed")]
        public static partial void ReadFailed(ILogger logger, Exception fault);
    }
}
