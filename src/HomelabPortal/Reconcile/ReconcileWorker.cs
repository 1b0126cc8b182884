using HomelabPortal.Desired;
using HomelabPortal.Platform;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Reconcile;

/// <summary>The only code that writes to the lab on its own. It never dies and never stops the host.</summary>
internal sealed partial class ReconcileWorker(
    Reconciler reconciler, DesiredStore desired, Signal changed, Live<ReconcileStatus> status, Random random, TimeProvider time, ILogger<ReconcileWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan _calmInterval = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(2), _calmInterval, random);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = UntilNextEnd(await PassAsync(backoff, stoppingToken), desired.Current, time.GetUtcNow());
            try
            {
                await changed.WaitAsync(rest, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>An exposure that ends is taken back then and not up to a minute later; the millisecond keeps a hasty timer from coming too early.</summary>
    internal static TimeSpan UntilNextEnd(TimeSpan rest, DesiredState state, DateTimeOffset now) =>
        state.NextEnd(now) is { } end && end - now < rest ? end - now + TimeSpan.FromMilliseconds(1) : rest;

    /// <returns>How long to rest unless something changes.</returns>
    private async Task<TimeSpan> PassAsync(Backoff backoff, CancellationToken stoppingToken)
    {
        try
        {
            if (!await reconciler.PassAsync(stoppingToken))
                return backoff.Next();
            backoff.Reset();
            return _calmInterval;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception fault)
        {
            // One failed pass must not end reconciling; the next one begins from what is on disk.
            Log.PassFailed(logger, fault);
            status.PublishFault("The last pass failed. The log has the details; it will be tried again.");
            return backoff.Next();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A reconcile pass failed")]
        public static partial void PassFailed(ILogger logger, Exception fault);
    }
}
