using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Idle;

/// <summary>
/// Stops containers that said so when their GPU has shown no work for long. It counts in the stored history, so a restart of the portal does not begin anew
/// but for those with a check, whose passing is not stored. While one of them runs, its host is measured often: short work between two measurements is not seen.
/// </summary>
internal sealed partial class IdleWatcher(
    DesiredStore desired, DesiredActs acts, Live<ContainerState> live, Live<GpuState> gpus, GpuHistory history, GpuAudience audience, TimeProvider time, ILogger<IdleWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(1);

    /// <summary>What may be missing of the minutes that are counted.</summary>
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(30);

    private readonly IdleCounts _counts = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Follow(desired.Current);
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
        var candidates = Candidates(state);
        _counts.Look(candidates, state.Instance, time.GetUtcNow());
        foreach (var (container, host) in candidates)
        {
            if (host is null || _counts.Since(container, host, state.Instance) is not { } since || !await IsDueAsync(container, since, cancellationToken))
                continue;
            // Whoever changed anything meanwhile is looked at again in a minute.
            await acts.SaveAsync(
                new DesiredEdit.PutContainer(ContainerEdits.StopIdle(container)), $"Stop the container {container.Place}: idle for {container.IdleStopMinutes} min", Actor.Portal, cancellationToken, state.Revision);
            return;
        }
    }

    /// <summary>Also a host that cannot be seen: one may run there.</summary>
    private void Follow(DesiredState state) => audience.Follow(
        Candidates(state).Where(pair => pair.Host is not { } host || LeaseHolders.IsHeldBy(host, pair.Container, state.Instance)).Select(pair => pair.Container.Host));

    private List<(DesiredContainer Container, LiveHost? Host)> Candidates(DesiredState state) =>
        [.. state.Containers.Where(container => container is { IdleStopMinutes: not null, IsStopped: false, Gpu: not null }).Select(container => (container, Find(container.Host)))];

    private async Task<bool> IsDueAsync(DesiredContainer container, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var telemetry = gpus.Current.Value.Find(container.Host);
        if (telemetry is not { Fault: null, FactsFault: null })
            return false;
        var cards = MeasuredCards.Of(telemetry).Of(container.Gpu!).ToList();
        var length = TimeSpan.FromMinutes(container.IdleStopMinutes!.Value) + _slack;
        var loads = new List<IReadOnlyList<double?>>();
        foreach (var card in cards)
        {
            var read = await history.ReadMinutesAsync(container.Host, card.Uuid, GpuSeries.Load, length, cancellationToken);
            loads.Add([.. read.Points.Select(point => point is { } there ? GpuHistory.HighestOf(there, GpuSeries.Load) : (double?)null)]);
        }

        return loads.Count > 0 && IdleRule.IsDue(container.IdleStopMinutes.Value, Busiest(loads), since, time.GetUtcNow());
    }

    private static List<double?> Busiest(List<IReadOnlyList<double?>> loads) =>
        [.. Enumerable.Range(0, loads.Min(load => load.Count)).Select(at => loads.Any(load => load[at] is null) ? null : loads.Max(load => load[at]))];

    private LiveHost? Find(string host) => live.Current.Value.Hosts.FirstOrDefault(candidate => candidate.Name == host && candidate.Fault is null);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for idle containers failed; it is tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
