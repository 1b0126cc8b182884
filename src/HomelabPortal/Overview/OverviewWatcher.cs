using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Overview;

/// <summary>Works out the overview at most once a second, and only when the cluster changed or time alone may have changed it.</summary>
internal sealed partial class OverviewWatcher(
    Live<ClusterState> cluster, Live<IngressState> ingress, Live<HostnameState> hostnames, Live<ApiAddressState> api, Live<OverviewState> overview, TimeProvider time, ILogger<OverviewWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private OverviewState? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var live in cluster.WatchAsync(stoppingToken))
            {
                Look(live);
                await Task.Delay(_pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private void Look(LiveValue<ClusterState> live)
    {
        try
        {
            if (live.Fault is { } fault)
            {
                overview.PublishFault(fault);
                return;
            }

            if (live.IsLoading)
                return;
            var state = OverviewState.Of(live.Value, ingress.Current.Value, hostnames.Current.Value, api.Current.Value, time.GetUtcNow());
            if (state.Equals(_last) && overview.Current.IsCurrent)
                return;
            _last = state;
            overview.Publish(state);
        }
        catch (Exception fault)
        {
            // One odd object must not blind the home page for good: the next change is looked at again.
            Log.LookFailed(logger, fault);
            overview.PublishFault("The overview could not be worked out. The log has the details.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Working out the overview failed")]
        public static partial void LookFailed(ILogger logger, Exception fault);
    }
}
