using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Asks for a pass when video memory was measured for the first time after something on the GPU ended: somebody may wait for exactly that.</summary>
internal sealed partial class MemoryNews(Live<GpuState> gpus, CardReleases releases, Signal look, ILogger<MemoryNews> logger) : BackgroundService
{
    private readonly Dictionary<string, DateTimeOffset> _answered = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var state in gpus.WatchAsync(stoppingToken))
                {
                    if (IsNews(state.Value))
                        look.Raise();
                }
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

    internal bool IsNews(GpuState state)
    {
        var isNews = false;
        foreach (var host in state.Hosts)
        {
            if (releases.Of(host.Host) is not { } released || host.Fault is not null || !(host.AsOf >= released) || _answered.GetValueOrDefault(host.Host) == released)
                continue;
            _answered[host.Host] = released;
            isNews = true;
        }

        return isNews;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Following the video memory failed; it begins again")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
