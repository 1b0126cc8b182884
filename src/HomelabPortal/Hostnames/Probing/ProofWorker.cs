using System.Threading.Channels;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Makes the proof of life of each exposure that an apply has just put in place. What it finds is shown; it changes nothing.</summary>
internal sealed partial class ProofWorker(Live<ReconcileStatus> reconcile, EdgeProbe probe, TimeProvider time, ILogger<ProofWorker> logger) : BackgroundService
{
    /// <summary>DNS and connectors take a moment; after that a bad answer is believed.</summary>
    private static readonly TimeSpan[] _waits = [TimeSpan.Zero, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(20)];

    private readonly Channel<string> _names = Channel.CreateBounded<string>(new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WatchAsync(stoppingToken), ProveAllAsync(stoppingToken));

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        var before = ReconcileStatus.NotStarted;
        try
        {
            await foreach (var live in reconcile.WatchAsync(stoppingToken))
            {
                foreach (var name in FreshlyBuilt.Names(before, live.Value))
                    _names.Writer.TryWrite(name);
                before = live.Value;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task ProveAllAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var name in _names.Reader.ReadAllAsync(stoppingToken))
                await ProveAsync(name, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task ProveAsync(string name, CancellationToken stoppingToken)
    {
        try
        {
            foreach (var wait in _waits)
            {
                await Task.Delay(wait, time, stoppingToken);
                if (!(await probe.RunAsync(name, "/", stoppingToken)).Class.MayPass())
                    return;
            }
        }
        catch (ProbeRefusal refusal)
        {
            Log.NotTried(logger, name, refusal.Message);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault, name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Name} was not tried from outside: {Why}")]
        public static partial void NotTried(ILogger logger, string name, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Trying {Name} from outside failed")]
        public static partial void Failed(ILogger logger, Exception fault, string name);
    }
}
