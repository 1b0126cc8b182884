using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Drain;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Cluster.Drain;

/// <summary>Drains a node of the simulated lab, which lives twenty times as fast as usual.</summary>
public sealed class NodeDrainerTests : IAsyncLifetime
{
    private const string Node = "node2";
    private readonly HastyTimeProvider _clock = new(20);
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(2));
    private readonly ConcurrentQueue<DrainProgress> _reports = [];
    private SimulatedLab _lab = null!;
    private KubernetesClient _client = null!;

    public async Task InitializeAsync()
    {
        _lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Time = _clock }, CancellationToken.None);
        _client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(_lab.Kubernetes.KubeconfigPath)), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _lab.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Node_WithItsPods_IsEmptiedButForDaemonSets()
    {
        var before = await PodsAsync();
        Assert.Contains(before, pod => pod.MustGo);

        await DrainAsync();

        Assert.All(await PodsAsync(), pod => Assert.Equal(DrainFate.StaysWithDaemonSet, pod.Fate));
        Assert.Equal(before.Where(pod => !pod.MustGo).Select(pod => pod.Uid), (await PodsAsync()).Select(pod => pod.Uid));
        Assert.True((await _client.GetAsync(ResourceTypes.Nodes, null, Node))!.Spec.Unschedulable);
        Assert.Equal(0, _reports.Last().Left);
        Assert.Equal(before.Count(pod => pod.MustGo), _reports.Last().Total);
    }

    [Fact]
    public async Task Budget_ThatForbids_IsWaitedForAndNamed()
    {
        var guarded = (await PodsAsync()).First(pod => pod.MustGo);
        await GuardAsync(guarded, allowed: 0);

        var drain = DrainAsync();
        await UntilReportedAsync(report => report is { Left: 1, Waiting: not null });
        Assert.StartsWith($"{guarded.Key} waits: The disruption budget guard needs", _reports.Last().Waiting);
        await GuardAsync(guarded, allowed: 1);
        await drain;

        Assert.DoesNotContain(guarded.Uid, (await PodsAsync()).Select(pod => pod.Uid));
    }

    [Fact]
    public async Task Cancelled_Halfway_LeavesTheNodeCordonedAndTheRestRunning()
    {
        var guarded = (await PodsAsync()).First(pod => pod.MustGo);
        await GuardAsync(guarded, allowed: 0);
        using var cancel = new CancellationTokenSource();

        var drain = DrainAsync(cancellationToken: cancel.Token);
        await UntilReportedAsync(report => report.Left == 1);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drain);
        Assert.Contains(guarded.Uid, (await PodsAsync()).Select(pod => pod.Uid));
        Assert.True((await _client.GetAsync(ResourceTypes.Nodes, null, Node))!.Spec.Unschedulable);
    }

    [Fact]
    public async Task Drain_PastItsLimit_SaysWhatHeldIt()
    {
        await GuardAsync((await PodsAsync()).First(pod => pod.MustGo), allowed: 0);

        var fault = await Assert.ThrowsAsync<ActFault>(() => DrainAsync(limit: TimeSpan.FromMinutes(1)));

        Assert.StartsWith("node2 is not empty after 1 minutes.", fault.Message);
        Assert.Contains("The disruption budget guard needs", fault.Message);
    }

    [Fact]
    public async Task Server_ThatFailsForAWhile_OnlyDelays()
    {
        _lab.Faults.Add(new FaultMatch { Verb = "list", PathContains = "nodeName" }, new FaultEffect.Status(503), 2);

        await DrainAsync();

        Assert.Contains(_reports, report => report.Waiting == "The API server does not answer; it is asked again.");
        Assert.DoesNotContain(await PodsAsync(), pod => pod.MustGo);
    }

    [Theory]
    [InlineData("/eviction")]
    [InlineData("/nodes/node2")]
    public async Task Server_ThatForbidsIt_IsExplained(string path)
    {
        _lab.Faults.Add(new FaultMatch { PathContains = path }, new FaultEffect.Status(403));

        Assert.StartsWith("A rule of the cluster refused it:", (await Assert.ThrowsAsync<ActFault>(() => DrainAsync())).Message);
    }

    [Fact]
    public async Task Pod_ThatNobodyAllowedToLose_StopsTheDrainBeforeAnyEviction()
    {
        _lab.KubernetesStore.Put((JsonObject)JsonNode.Parse(
            $$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"debug","namespace":"default"},"spec":{"nodeName":"{{{Node}}}","containers":[{"name":"sh","image":"busybox"}]},"status":{"phase":"Running"}}""")!);
        var before = await PodsAsync();

        var fault = await Assert.ThrowsAsync<ActFault>(() => DrainAsync(new DrainChoices(LoseScratch: true, LoseUnmanaged: false)));

        Assert.StartsWith("default/debug would be gone for good", fault.Message);
        Assert.Equal(before, await PodsAsync());
    }

    [Fact]
    public async Task PortalsOwnPod_IsEvictedWhenItIsTheLastOne()
    {
        var portal = (await PodsAsync()).First(pod => pod.MustGo);

        await DrainAsync(portalPod: portal.Key);

        var evictions = _lab.Faults.Log.Requests.Where(request => request.PathAndQuery.Contains("/eviction", StringComparison.Ordinal)).ToList();
        Assert.Contains($"/{portal.Name}/", evictions[^1].PathAndQuery);
        Assert.Single(evictions, request => request.PathAndQuery.Contains($"/{portal.Name}/", StringComparison.Ordinal));
    }

    private Task DrainAsync(DrainChoices? choices = null, string? portalPod = null, TimeSpan? limit = null, CancellationToken? cancellationToken = null) =>
        new NodeDrainer(new ClusterSource(_client, ""), _clock).DrainAsync(
            Node, choices ?? new DrainChoices(true, true), portalPod, limit ?? TimeSpan.FromHours(1), _reports.Enqueue, cancellationToken ?? _stop.Token);

    private async Task<IReadOnlyList<DrainPod>> PodsAsync() =>
        DrainPods.Of((await _client.ListAsync(ResourceTypes.Pods, new ListOptions { FieldSelector = $"spec.nodeName={Node}" })).Items);

    /// <summary>A budget over one pod by a label of its own.</summary>
    private async Task GuardAsync(DrainPod pod, int allowed)
    {
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["guarded"] = "yes" } } };
        await _client.MergePatchAsync(ResourceTypes.Pods, pod.Namespace, pod.Name, patch);
        _lab.KubernetesStore.Put((JsonObject)JsonNode.Parse(
            $$$"""
            {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"guard","namespace":"{{{pod.Namespace}}}"},"spec":{"selector":{"matchLabels":{"guarded":"yes"} } },
            "status":{"disruptionsAllowed":{{{allowed}}},"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}}
            """)!);
    }

    private Task UntilReportedAsync(Func<DrainProgress, bool> condition) =>
        Eventually.HoldsAsync(() => _reports.Any(condition), () => $"Reports: {string.Join(" | ", _reports.Select(report => report.Words))}", TimeSpan.FromMinutes(1));
}
