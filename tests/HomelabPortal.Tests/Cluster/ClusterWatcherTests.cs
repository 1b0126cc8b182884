using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Cluster;

public sealed class ClusterWatcherTests
{
    [Fact]
    public async Task Watch_ReferenceLab_ShowsItsNodesPodsAndTroubles()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Reference);

        var live = await cluster.Until(live => live.Value is { Nodes.Status.Phase: SourcePhase.Live, Pods.Status.Phase: SourcePhase.Live, Version: not null, Metrics.Nodes.Count: 4, VolumeNodes.Status.Phase: SourcePhase.Live });

        Assert.Equal(["node0", "node1", "node2", "node3"], live.Value.NodeRows.Select(row => row.Name));
        Assert.Contains(live.Value.PodRows, row => row.Namespace == "media" && row.State == HealthState.Broken);
        Assert.Contains(live.Value.NodeRows, row => row.Word.StartsWith("Disk", StringComparison.Ordinal));
        Assert.All(live.Value.NodeRows, row => Assert.NotNull(row.CpuShare));
        Assert.True(live.IsCurrent);
    }

    [Fact]
    public async Task Watch_PodChanges_IsInTheNextSnapshot()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Reference);
        var seen = await cluster.Until(live => live.Value.PodRows.Count > 0);
        var row = seen.Value.PodRows.First(row => row.State == HealthState.Healthy);
        var pod = cluster.Lab.KubernetesStore.Get("v1", "Pod", row.Namespace, row.Name)!;
        pod["status"]!["containerStatuses"]![0]!["restartCount"] = row.Restarts + 7;

        cluster.Lab.KubernetesStore.Put(pod);

        var changed = await cluster.Until(live => live.Value.PodRows.Any(other => other.Key == row.Key && other.Restarts == row.Restarts + 7));
        Assert.Equal(seen.Value.PodRows.Count, changed.Value.PodRows.Count);
    }

    [Fact]
    public async Task Watch_PodGone_IsNotShownAnyMore()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Reference);
        var row = (await cluster.Until(live => live.Value.PodRows.Count > 0)).Value.PodRows[0];

        cluster.Lab.KubernetesStore.Delete("v1", "Pod", row.Namespace, row.Name);

        await cluster.Until(live => live.Value.PodRows.Count > 0 && live.Value.PodRows.All(other => other.Key != row.Key));
    }

    [Fact]
    public async Task Watch_OneKindForbidden_CostsOnlyThatKind()
    {
        await using var cluster = await RunningCluster.StartAsync(
            LabContent.Reference, lab => lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes, PathContains = "/persistentvolumeclaims" }, new FaultEffect.Status(403)));

        var live = await cluster.Until(live => live.Value is { Claims.Status.Phase: SourcePhase.Forbidden, Pods.Status.Phase: SourcePhase.Live });

        Assert.Null(live.Fault);
        Assert.NotEmpty(live.Value.PodRows);
        Assert.NotNull(live.Value.Claims.Status.Freshness(live).Fault);
        Assert.Null(live.Value.Pods.Status.Freshness(live).Fault);
    }

    [Fact]
    public async Task Watch_ServerFailsAtStart_SaysSoAndComesBackByItself()
    {
        Fault? fault = null;
        await using var cluster = await RunningCluster.StartAsync(
            LabContent.Reference, lab => fault = lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes }, new FaultEffect.Status(503)));
        var down = await cluster.Until(live => live.Fault is not null);
        Assert.Null(down.AsOf);

        cluster.Lab.Faults.Remove(fault!);

        await cluster.Until(live => live is { Fault: null, Value.PodRows.Count: > 0 });
    }

    [Fact]
    public async Task Watch_ServerGoesAway_KeepsTheLastPictureWithItsAge()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Reference);
        var good = await cluster.Until(live => live.Value.PodRows.Count > 0);

        cluster.Lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes }, new FaultEffect.Status(503));
        cluster.Lab.Faults.StrikeOpen(new FaultMatch { System = SimulatedSystem.Kubernetes }, new FaultEffect.DropWatch());

        var stale = await cluster.Until(live => live.Fault is not null);
        Assert.Equal(good.Value.PodRows.Count, stale.Value.PodRows.Count);
        Assert.NotNull(stale.Value.Pods.Status.Freshness(stale).Fault);
    }

    [Fact]
    public async Task Watch_ServerHangsWithoutAWord_TurnsStaleWithATrueAgeAndComesBack()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Empty);
        await cluster.Until(live => live.Value is { Pods.Status.Phase: SourcePhase.Live, Version: not null });

        // Open watches stay silent and new requests get no answer, as when the server's address has moved away.
        var hung = cluster.Lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Kubernetes }, new FaultEffect.Latency(TimeSpan.FromMinutes(5)));
        cluster.Lab.Faults.StrikeOpen(new FaultMatch { System = SimulatedSystem.Kubernetes }, new FaultEffect.SilentWatch());
        var hungAt = TimeProvider.System.GetUtcNow();
        var stale = await cluster.Until(live => live.Fault is not null);

        Assert.InRange(stale.AsOf!.Value, hungAt.AddSeconds(-6), hungAt.AddSeconds(1));
        Assert.Contains("does not answer", stale.Fault, StringComparison.Ordinal);
        cluster.Lab.Faults.Remove(hung);
        await cluster.Until(live => live.Fault is null);
    }

    [Fact]
    public async Task Watch_KindThatIsNotInstalled_IsKnownToBeEmpty()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Empty);

        var live = await cluster.Until(live => live.Value is { Namespaces.Items.Count: > 0, IngressRoutes.Status.Phase: not SourcePhase.Syncing });

        Assert.True(live.Value.IngressRoutes.Status.IsKnown);
        Assert.Empty(live.Value.IngressRoutes.Items);
    }

    [Fact]
    public async Task Watch_QuietCluster_IsConfirmedAgainAndAgain()
    {
        await using var cluster = await RunningCluster.StartAsync(LabContent.Empty);
        var first = await cluster.Until(live => live.Value.Pods.Status.Phase == SourcePhase.Live);

        var later = await cluster.Until(live => live.AsOf > first.AsOf!.Value.AddSeconds(3));

        Assert.Null(later.Fault);
    }

    [Fact]
    public async Task Watch_NoClusterConfigured_SaysHowToConnectOne()
    {
        var live = new Live<ClusterState>(ClusterState.Connecting, TimeProvider.System);
        using var watcher = new ClusterWatcher(new ClusterSource(null, "Set Kubernetes:Kubeconfig."), live, new UsageTrails(), new Random(1), TimeProvider.System, NullLogger<ClusterWatcher>.Instance);

        await watcher.StartAsync(CancellationToken.None);
        await watcher.ExecuteTask!;

        Assert.Equal((false, "Set Kubernetes:Kubeconfig."), (live.Current.Value.IsConnected, live.Current.Value.Help));
        Assert.Null(new ClusterReadiness(live).WaitsFor);
    }
}
