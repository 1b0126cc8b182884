using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu;

/// <summary>Keeps <see cref="DockerState"/> current: one loop per host, so that one that is off does not delay the others.</summary>
internal sealed partial class DockerWatcher(
    LabConnections connections, Live<DockerState> live, Random random, TimeProvider time, ILogger<DockerWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan _mostAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _settle = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Publish(DockerState.NotYetSeen(connections.DockerHosts));
        return Task.WhenAll(connections.DockerHosts.Select(host => FollowAsync(host, stoppingToken)));
    }

    private async Task FollowAsync(DockerHost host, CancellationToken stoppingToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), _mostAge, random);
        var images = new ContainerImages(host.Client);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var listed = await host.Client.ListContainersAsync(null, stoppingToken);
                var containers = await images.ReadAsync(listed.Where(container => !GpuProbeSpec.IsOurs(container)), stoppingToken);
                Publish(host, state => state with
                {
                    Containers = [.. containers.OrderBy(container => container.Name, StringComparer.Ordinal)],
                    AsOf = time.GetUtcNow(),
                    Fault = null,
                });
                backoff.Reset();
                await WaitForEventAsync(host, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                await NoteAsync(host, fault, backoff, stoppingToken);
            }
        }
    }

    /// <summary>Returns when something happened on the host, or after the age at which the list is read again anyhow.</summary>
    private async Task WaitForEventAsync(DockerHost host, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var timer = time.CreateTimer(_ => limit.Cancel(), null, _mostAge, Timeout.InfiniteTimeSpan);
        try
        {
            await foreach (var _ in host.Client.EventsAsync(null, limit.Token))
            {
                // One act is several events; let them pass before the list is read again.
                await Task.Delay(_settle, time, stoppingToken);
                return;
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Nothing happened for a while.
        }
    }

    private async Task NoteAsync(DockerHost host, Exception fault, Backoff backoff, CancellationToken stoppingToken)
    {
        var message = fault is DockerApiException api ? api.Message : "Reading the containers failed unexpectedly. The log has the details.";
        Publish(host, state => state with { Fault = message });
        var rest = backoff.Next();
        Log.HostFault(logger, fault is DockerApiException ? null : fault, host.Name, message, rest);
        try
        {
            await Task.Delay(rest, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The loop ends.
        }
    }

    private void Publish(DockerHost host, Func<DockerHostState, DockerHostState> change)
    {
        lock (_gate)
        {
            var hosts = live.Current.Value.Hosts;
            live.Publish(new DockerState(hosts.Select(state => state.Name == host.Name ? change(state) : state).ToImmutableArray()));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Docker host {Host}: {Message} Will retry in {Rest}")]
        public static partial void HostFault(ILogger logger, Exception? fault, string host, string message, TimeSpan rest);
    }
}
