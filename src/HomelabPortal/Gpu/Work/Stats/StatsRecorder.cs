using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>Measures every running container once a minute into the history that nodes and workloads have too. A host that is off delays no other.</summary>
internal sealed partial class StatsRecorder(
    IReadOnlyList<DockerHost> hosts, Live<DockerState> live, MetricsMemory memory, Live<MetricsPulse> pulse, IOptions<MetricsOptions> options, TimeProvider time, ILogger<StatsRecorder> logger)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(hosts.Select(host => FollowAsync(host, stoppingToken)));

    private async Task FollowAsync(DockerHost host, CancellationToken stoppingToken)
    {
        var history = new StatsHistory(host.Name);
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                try
                {
                    await PassAsync(host, history, stoppingToken);
                }
                catch (DockerApiException)
                {
                    // The host's own watcher says that it does not answer; its minutes are gaps.
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    Log.Failed(logger, fault, host.Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task PassAsync(DockerHost host, StatsHistory history, CancellationToken cancellationToken)
    {
        var samples = new Dictionary<string, (string, ContainerSample)>();
        var running = live.Current.Value.Hosts.FirstOrDefault(one => one.Name == host.Name)?.Containers.Where(container => container.IsRunning) ?? [];
        foreach (var container in running)
        {
            if (await TryAsync(host, container.Id, cancellationToken) is { } sample)
                samples[container.Id] = (container.Name, sample);
        }

        var (now, measured) = (time.GetUtcNow(), history.Take(samples));
        if (measured.Count == 0)
            return;
        memory.Measure(now, measured, options.Value.MostKept);
        pulse.Publish(new MetricsPulse(pulse.Current.Value.Measured + 1, MetricTime.MinuteOf(now)));
    }

    /// <summary>One that was removed since it was listed is no reason to leave out the others.</summary>
    private static async Task<ContainerSample?> TryAsync(DockerHost host, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Client.SampleAsync(id, cancellationToken);
        }
        catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.NotFound or DockerErrorKind.WrongState)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The containers of the Docker host {Host} could not be measured this minute")]
        public static partial void Failed(ILogger logger, Exception fault, string host);
    }
}
