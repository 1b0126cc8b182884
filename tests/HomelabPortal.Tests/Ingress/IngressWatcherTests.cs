using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Ingress;

public sealed class IngressWatcherTests
{
    [Fact]
    public async Task Watch_ReferenceLab_JudgesItsRoutesAndFollowsAServiceThatGoes()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Reference);
        var live = new Live<IngressState>(IngressState.Connecting, TimeProvider.System);
        using var watcher = Watcher(cluster.Live, live);
        await watcher.StartAsync(CancellationToken.None);
        var route = (await Until(live, state => state.Routes.Any(LeadsToPods))).Routes.First(LeadsToPods);
        var backend = route.Backends[0];

        cluster.Lab.KubernetesStore.Delete("v1", "Service", backend.Namespace, backend.Name);

        var broken = (await Until(live, state => state.Routes.Any(other => other.Uid == route.Uid && other.Health.State == HealthState.Broken))).Routes.First(other => other.Uid == route.Uid);
        Assert.Contains($"There is no Service {backend.Name} in namespace {backend.Namespace}.", broken.Health.Sentence);
        await watcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Watch_ClusterFault_IsTheRoutesFaultToo()
    {
        var cluster = new Live<ClusterState>(ClusterState.Connecting, TimeProvider.System);
        var live = new Live<IngressState>(IngressState.Connecting, TimeProvider.System);
        using var watcher = Watcher(cluster, live);
        await watcher.StartAsync(CancellationToken.None);

        cluster.PublishFault("10.0.0.200 does not answer.");

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var value in live.WatchAsync(limit.Token))
        {
            if (value.Fault == "10.0.0.200 does not answer.")
                break;
        }

        await watcher.StopAsync(CancellationToken.None);
    }

    private static IngressWatcher Watcher(Live<ClusterState> cluster, Live<IngressState> live) =>
        new(cluster, live, new Live<ServiceRoutes>(ServiceRoutes.None, TimeProvider.System), Options.Create(new IngressOptions()), TimeProvider.System, NullLogger<IngressWatcher>.Instance);

    /// <summary>Traefik's own dashboard is healthy before any service is known.</summary>
    private static bool LeadsToPods(IngressRouteView route) => route.Health.State == HealthState.Healthy && route.Backends is [{ Endpoints: "1 of 1 ready" }, ..];

    private static async Task<IngressState> Until(Live<IngressState> live, Func<IngressState, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var value in live.WatchAsync(limit.Token))
        {
            if (condition(value.Value))
                return value.Value;
        }

        throw new InvalidOperationException("The source ended.");
    }
}
