using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Access;
using HomelabPortal.Tests.Cluster.Acts.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Cluster.Acts.Doing;

/// <summary>The living reference lab over real HTTP, watched, with the real acts, rights and audit on it.</summary>
internal sealed class ActsLab : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(3));
    private readonly KubernetesClient _client;
    private readonly ClusterWatcher _watcher;

    private ActsLab(SimulatedLab lab, JobWorld world, string? context)
    {
        (Lab, World) = (lab, world);
        _client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(lab.Kubernetes.KubeconfigPath, context)), TimeProvider.System);
        var source = new ClusterSource(_client, "");
        _watcher = new ClusterWatcher(source, Live, new UsageTrails(), new Random(1), TimeProvider.System, NullLogger<ClusterWatcher>.Instance);
        var outcome = new OutcomeWatch(Live, TimeProvider.System);
        var effects = new ActEffects(
            source, new WorkloadEffects(outcome, TimeProvider.System), new RollBackEffect(outcome, Live, TimeProvider.System), new PodEffects(outcome, Live),
            new CronJobEffects(outcome, TimeProvider.System), new NodeEffects(outcome));
        Acts = new ClusterActs(Live, world.Authority, world.Jobs, effects);
    }

    public SimulatedLab Lab { get; }

    public JobWorld World { get; }

    public ClusterActs Acts { get; }

    public Live<ClusterState> Live { get; } = new(ClusterState.Connecting, TimeProvider.System);

    /// <param name="context">Of the lab's kubeconfig; null for the one that may do everything.</param>
    public static async Task<ActsLab> StartAsync(string? context = null)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Reference, Lives = true }, CancellationToken.None);
        var acts = new ActsLab(lab, await JobWorld.OpenAsync(), context);
        await acts._watcher.StartAsync(CancellationToken.None);
        await acts.Until(state => state.Deployments.Status.IsKnown && state.Pods.Status.IsKnown && state.ReplicaSets.Status.IsKnown && state.StatefulSets.Status.IsKnown && state.CronJobs.Status.IsKnown && state.Nodes.Status.IsKnown && state.DisruptionBudgets.Status.IsKnown && state.Jobs.Status.IsKnown && state.Applications.Status.IsKnown);
        return acts;
    }

    /// <summary>Asks for the act as an operator and waits for its end.</summary>
    public async Task<ActJob> DoAsync(ActWish wish)
    {
        var start = await Acts.StartAsync(wish, Acts.Plan(wish).Seen, JobWorld.Operator);
        Assert.True(start.Id is not null, start.Outcome.Fault);
        await World.Jobs.WaitAsync(start.Id, _limit.Token);
        return World.Live.Current.Value.Find(start.Id)!;
    }

    public async Task<ClusterState> Until(Func<ClusterState, bool> condition)
    {
        await foreach (var value in Live.WatchAsync(_limit.Token))
        {
            if (condition(value.Value))
                return value.Value;
        }

        throw new InvalidOperationException("It never came to be.");
    }

    public JsonObject Get(string apiVersion, string kind, string? ns, string name) => Lab.KubernetesStore.Get(apiVersion, kind, ns, name)!;

    public void Fail(FaultMatch match, FaultEffect effect) => Lab.Faults.Add(match, effect);

    public async ValueTask DisposeAsync()
    {
        World.StopPortal();
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        _client.Dispose();
        await Lab.DisposeAsync();
        World.Dispose();
        _limit.Dispose();
    }
}
