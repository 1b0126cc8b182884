using System.Collections.Immutable;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>Keeps <see cref="GpuState"/> current: one loop a host, every few seconds while somebody looks or a rule counts on it, and at least once a minute otherwise.</summary>
internal sealed partial class GpuSampler(
    LabConnections connections, Live<GpuState> live, GpuAudience audience, GpuExporter exporter, GpuHistory history, Random random, TimeProvider time, ILogger<GpuSampler> logger)
    : BackgroundService
{
    private static readonly TimeSpan _whileWatched = TimeSpan.FromSeconds(5);

    /// <summary>With the time that measuring takes still one in every minute, so that its history has no gaps.</summary>
    private static readonly TimeSpan _otherwise = TimeSpan.FromSeconds(50);

    private readonly Lock _gate = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Publish(new GpuState([.. connections.DockerHosts.Select(host => GpuHostState.Unknown(host.Name))]));
        return Task.WhenAll(connections.DockerHosts.Select(host => FollowAsync(host, stoppingToken)));
    }

    private async Task FollowAsync(DockerHost host, CancellationToken stoppingToken)
    {
        var measuring = new GpuMeasuring(host, exporter, time);
        var backoff = new Backoff(_whileWatched, _otherwise, random);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = _otherwise;
            try
            {
                var before = Find(host.Name);
                var seen = await measuring.MeasureAsync(before, stoppingToken);
                history.Record(before, seen);
                Publish(seen);
                if (seen.Fault is null && seen.FactsFault is null)
                    backoff.Reset();
                else
                    rest = Note(host.Name, null, seen.Fault ?? seen.FactsFault, backoff);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                const string Message = "Measuring the cards failed unexpectedly. The log has the details.";
                Publish(Find(host.Name) with { Fault = Message });
                rest = Note(host.Name, fault, Message, backoff);
            }

            if (!await RestAsync(host.Name, rest, stoppingToken))
                return;
        }
    }

    /// <summary>Rests, shorter while somebody looks; somebody who comes ends a long rest. False when the portal stops.</summary>
    private async Task<bool> RestAsync(string host, TimeSpan rest, CancellationToken stoppingToken)
    {
        try
        {
            if (audience.IsWatching(host) && rest == _otherwise)
                await Task.Delay(_whileWatched, time, stoppingToken);
            else
                await audience.Arrived.WaitAsync(rest, time, stoppingToken);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private TimeSpan Note(string host, Exception? fault, string? message, Backoff backoff)
    {
        var rest = backoff.Next();
        Log.HostFault(logger, fault, host, message ?? "unknown", rest);
        return rest;
    }

    private GpuHostState Find(string host) => live.Current.Value.Hosts.FirstOrDefault(state => state.Host == host) ?? GpuHostState.Unknown(host);

    private void Publish(GpuHostState seen)
    {
        lock (_gate)
        {
            var hosts = live.Current.Value.Hosts;
            live.Publish(new GpuState(hosts.Select(state => state.Host == seen.Host ? seen : state).ToImmutableArray()));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cards of Docker host {Host}: {Message} Will retry in {Rest}")]
        public static partial void HostFault(ILogger logger, Exception? fault, string host, string message, TimeSpan rest);
    }
}
