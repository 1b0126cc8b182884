using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.Shell;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Overview;

/// <summary>Keeps the frame around every page current: the lab's name and how fresh each source is.</summary>
internal sealed class ShellWatcher(
    Live<ShellState> shell, Live<ClusterState> cluster, Live<DockerState> docker, Live<ReconcileStatus> reconcile,
    LabConnections connections, LabSettings settings, IOptions<PortalOptions> portal, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ShellState? last = null;
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            var name = portal.Value.LabName ?? (settings.IsSimulated ? "cowlab" : "Homelab");
            var sources = SourceFreshnesses.Of(cluster.Current, docker.Current, reconcile.Current.Value, connections.Cloudflare is not null);
            // The dots change seldom: the frame is not drawn again for an age that the browser counts by itself.
            if (last is not null && last.Sources.SequenceEqual(sources))
                continue;
            last = new ShellState(name, settings.IsSimulated, sources);
            shell.Publish(last);
        }
        while (await TickAsync(timer, stoppingToken));
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
