using HomelabPortal.Platform;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access.Web;

/// <summary>Closes the open pages of sessions that ended: at once when they are ended, within half a minute when they run out.</summary>
internal sealed partial class ConnectionWatcher(
    OpenConnections connections, Live<AccessState> access, TimeProvider time, ILogger<ConnectionWatcher> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), RecheckAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var state in access.WatchAsync(cancellationToken))
            Sweep(state.Value);
    }

    /// <summary>Time alone ends sessions too, and publishes nothing.</summary>
    private async Task RecheckAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            Sweep(access.Current.Value);
    }

    private void Sweep(AccessState state)
    {
        try
        {
            if (connections.EndOrphans(state, time.GetUtcNow()) is > 0 and var count)
                Log.Closed(logger, count);
        }
        catch (Exception fault)
        {
            Log.SweepFailed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Closed {Count} open pages whose session has ended.")]
        public static partial void Closed(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Open pages of ended sessions could not be closed.")]
        public static partial void SweepFailed(ILogger logger, Exception fault);
    }
}
