using Microsoft.Extensions.Options;

namespace HomelabPortal.Access.Providers;

/// <summary>Has the groups read again in a steady rhythm, so that who left a group loses its role within a quarter of an hour.</summary>
internal sealed partial class GroupWatcher(GroupReader reader, IOptions<ProvidersOptions> options, TimeProvider time, ILogger<GroupWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.GroupsEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reader.ReadAllAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.PassFailed(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Reading the groups again failed unexpectedly")]
        public static partial void PassFailed(ILogger logger, Exception fault);
    }
}
