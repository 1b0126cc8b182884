using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Cluster;

/// <summary>A simulated cluster with the portal's watcher on it.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private readonly KubernetesClient _client;
    private readonly ClusterWatcher _watcher;

    private RunningCluster(SimulatedLab lab)
    {
        Lab = lab;
        _client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(lab.Kubernetes.KubeconfigPath)), TimeProvider.System);
        _watcher = new ClusterWatcher(new ClusterSource(_client, ""), Live, new UsageTrails(), new Random(1), TimeProvider.System, NullLogger<ClusterWatcher>.Instance);
    }

    public SimulatedLab Lab { get; }

    public Live<ClusterState> Live { get; } = new(ClusterState.Connecting, TimeProvider.System);

    /// <param name="prepare">Runs before the watcher starts.</param>
    public static async Task<RunningCluster> StartAsync(LabContent content, Action<SimulatedLab>? prepare = null)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = content, Lives = false }, CancellationToken.None);
        prepare?.Invoke(lab);
        var running = new RunningCluster(lab);
        await running._watcher.StartAsync(CancellationToken.None);
        return running;
    }

    /// <summary>The first snapshot that satisfies the condition; a test that waits in vain fails by the limit.</summary>
    public async Task<LiveValue<ClusterState>> Until(Func<LiveValue<ClusterState>, bool> condition)
    {
        await foreach (var value in Live.WatchAsync(_limit.Token))
        {
            if (condition(value))
                return value;
        }

        throw new InvalidOperationException("The source ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        _client.Dispose();
        await Lab.DisposeAsync();
        _limit.Dispose();
    }
}
