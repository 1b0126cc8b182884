using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Idle;

/// <summary>Stops containers that said so when their GPU has shown no work for long. It counts in the stored history, so a restart of the portal does not begin anew.</summary>
internal sealed partial class IdleWatcher(
    DesiredStore desired, DesiredActs acts, Live<ContainerState> live, Live<GpuState> gpus, GpuHistory history, TimeProvider time, ILogger<IdleWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(1);

    /// <summary>What may be missing of the minutes that are counted.</summary>
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_interval, time, stoppingToken);
                await PassAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        var state = desired.Current;
        foreach (var container in state.Containers.Where(container => container is { IdleStopMinutes: not null, IsStopped: false, Gpu: not null }))
        {
            if (!await IsDueAsync(container, state, cancellationToken))
                continue;
            // Whoever changed anything meanwhile is looked at again in a minute.
            await acts.SaveAsync(
                new DesiredEdit.PutContainer(ContainerEdits.StopIdle(container)), $"Stop the container {container.Place}: idle for {container.IdleStopMinutes} min", Actor.Portal, cancellationToken, state.Revision);
            return;
        }
    }

    private async Task<bool> IsDueAsync(DesiredContainer container, DesiredState state, CancellationToken cancellationToken)
    {
        var telemetry = gpus.Current.Value.Find(container.Host);
        if (telemetry is not { Fault: null, FactsFault: null } || StartedAt(container, state) is not { } startedAt)
            return false;
        var cards = MeasuredCards.Of(telemetry).Of(container.Gpu!).ToList();
        var length = TimeSpan.FromMinutes(container.IdleStopMinutes!.Value) + _slack;
        var loads = new List<IReadOnlyList<double?>>();
        foreach (var card in cards)
        {
            var read = await history.ReadMinutesAsync(container.Host, card.Uuid, GpuSeries.Load, length, cancellationToken);
            loads.Add([.. read.Points.Select(point => point is { } there ? GpuHistory.ValueOf(there, GpuSeries.Load) : (double?)null)]);
        }

        return loads.Count > 0 && IdleRule.IsDue(container.IdleStopMinutes.Value, Busiest(loads), startedAt, time.GetUtcNow());
    }

    private static List<double?> Busiest(List<IReadOnlyList<double?>> loads) =>
        [.. Enumerable.Range(0, loads.Min(load => load.Count)).Select(at => loads.Any(load => load[at] is null) ? null : loads.Max(load => load[at]))];

    private DateTimeOffset? StartedAt(DesiredContainer container, DesiredState state) =>
        live.Current.Value.Hosts.FirstOrDefault(host => host.Name == container.Host) is { Fault: null } host
        && host.Find(container.Name) is { IsRunning: true } there && there.IsMarkedFor(state.Instance, container.Id) ? there.StartedAt : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for idle containers failed; it is tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
