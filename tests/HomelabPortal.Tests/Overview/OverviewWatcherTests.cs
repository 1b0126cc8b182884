using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Overview;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Overview.Problems;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Overview;

public sealed class OverviewWatcherTests : IAsyncLifetime
{
    private static readonly HastyTimeProvider _time = new(20);
    private readonly Live<ClusterState> _cluster = new(ClusterState.Connecting, _time);
    private readonly Live<DockerState> _docker = new(DockerState.Empty, _time);
    private readonly Live<ChecksState> _checks = new(ChecksState.Empty, _time);
    private readonly Live<OverviewState> _overview = new(OverviewState.Unknown, _time);
    private OverviewWatcher? _watcher;

    public async Task InitializeAsync()
    {
        var sources = new LabSources(
            _cluster, new Live<IngressState>(IngressState.Connecting, _time), new Live<HostnameState>(HostnameState.Unread, _time), new Live<ApiAddressState>(ApiAddressState.Unknown, _time), _docker,
            new Live<GpuState>(GpuState.Empty, _time), new Live<DesiredState>(new DesiredState(), _time), new Live<ReconcileStatus>(ReconcileStatus.NotStarted, _time), _checks, _time);
        _watcher = new OverviewWatcher(sources, _overview, _time, NullLogger<OverviewWatcher>.Instance);
        await _watcher.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _watcher!.StopAsync(CancellationToken.None);
        _watcher.Dispose();
    }

    [Fact]
    public async Task Cluster_ThatGoesAway_LeavesItsProblemsWithTheirAgeAndTheOthersAreSeenOn()
    {
        _cluster.Publish(ProblemWorld.Crashing().Cluster);
        await UntilAsync(problems => problems is [{ Link: ProblemWorld.Pod, IsCurrent: true }]);

        _cluster.PublishFault("The API server does not answer.");
        _checks.Publish(new ChecksState([Down("c1")]));
        _docker.Publish(new DockerState([new DockerHostState("gpu-box", null, [], _time.GetUtcNow(), "It does not answer.")]));

        await UntilAsync(problems => problems is [{ Link: "/checks/c1" }, { Title: "gpu-box cannot be seen" }, { Link: ProblemWorld.Pod, IsCurrent: false }]);
        var state = _overview.Current.Value;
        Assert.Contains(state.Problems[0].Steps, step => step.Text == "Silence");
        Assert.Equal((HealthState.Unknown, _cluster.Current.AsOf), (state.Problems[2].State, state.Problems[2].AsOf));
        Assert.Equal("The API server does not answer.", state.ClusterGap?.Fault);
    }

    [Fact]
    public async Task Check_ThatRecoversWhileTheClusterIsAway_IsListedNoMore()
    {
        _checks.Publish(new ChecksState([Down("c1"), Down("c2")]));
        _cluster.PublishFault("The API server does not answer.");
        await UntilAsync(problems => problems.Count == 2);

        _checks.Publish(new ChecksState([Down("c2")]));

        await UntilAsync(problems => problems is [{ Link: "/checks/c2" }]);
    }

    private static CheckSummary Down(string id) => new(id, "pihole", "House", CheckKind.Dns, "10.0.0.53") { Phase = CheckPhase.Down, Words = "No answer within 5 s." };

    private Task UntilAsync(Func<IReadOnlyList<HomelabPortal.Cluster.Health.Problem>, bool> holds) => Eventually.HoldsAsync(
        () => _overview.Current.AsOf is not null && holds(_overview.Current.Value.Problems), () => string.Join("; ", _overview.Current.Value.Problems.Select(problem => problem.Title)), TimeSpan.FromMinutes(1));
}
