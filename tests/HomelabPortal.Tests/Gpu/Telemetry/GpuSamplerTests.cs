using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class GpuSamplerTests : IAsyncLifetime
{
    private const string Host = "gpu-box";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly ManualTimeProvider _clock = new();
    private readonly PortalDatabase _database = new();
    private readonly GpuAudience _audience = new();
    private SimulatedLab? _lab;

    public async Task InitializeAsync() => _lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _lab!.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Host_ThatARuleCountsOn_IsMeasuredOften_ThoughNobodyLooks()
    {
        var live = new Live<GpuState>(GpuState.Empty, _clock);
        using var connections = Connections();
        using var http = new HttpClient();
        using var sampler = new GpuSampler(connections, live, _audience, new GpuExporter(http), History(), new Random(1), _clock, NullLogger<GpuSampler>.Instance);
        _audience.Follow([Host]);
        await sampler.StartAsync(CancellationToken.None);
        var first = _clock.GetUtcNow();
        await MeasuredAsync(live, first);

        _clock.Advance(TimeSpan.FromSeconds(5));

        await MeasuredAsync(live, first.AddSeconds(5));
        await sampler.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void Host_ThatNoRuleCountsOn_IsMeasuredOften_WhileSomebodyLooks()
    {
        _audience.Follow(["other"]);
        Assert.False(_audience.IsWatching(Host));
        using (_audience.Join())
            Assert.True(_audience.IsWatching(Host));
        Assert.False(_audience.IsWatching(Host));
    }

    /// <summary>And it rests: its timer is the only one that waits.</summary>
    private Task MeasuredAsync(Live<GpuState> live, DateTimeOffset at) => Eventually.HoldsAsync(
        () => live.Current.Value.Find(Host)?.AsOf == at && _clock.WaitingTimers == 1, () => $"{live.Current.Value.Find(Host)}, {_clock.WaitingTimers} timers", _patience);

    private LabConnections Connections()
    {
        var docker = new DockerOptions();
        docker.Hosts.Add(new DockerHostOptions { Name = Host, Address = _lab!.DockerHosts[0].Address.AbsoluteUri });
        return new LabConnections(Options.Create(new KubernetesOptions()), Options.Create(new CloudflareOptions()), Options.Create(docker), TimeProvider.System, NullLoggerFactory.Instance);
    }

    private GpuHistory History()
    {
        var (memory, options) = (new MetricsMemory(), Options.Create(new MetricsOptions()));
        return new GpuHistory(memory, new MetricsReader(memory, _database, new PrometheusSource(null), options, _clock), options, _clock);
    }
}
