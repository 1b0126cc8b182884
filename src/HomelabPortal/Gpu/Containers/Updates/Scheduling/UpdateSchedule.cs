using System.Collections.Concurrent;
using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>
/// Gives scheduled containers their new versions, by editing what is wanted as a person would: the edit names the digest,
/// so that whoever is stopped afterwards goes on to that very version, and the record says when and why.
/// </summary>
internal sealed partial class UpdateSchedule(
    DesiredStore desired, DesiredActs acts, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status, IOptions<ContainerOptions> options,
    TimeProvider time, ILogger<UpdateSchedule> logger)
    : BackgroundService
{
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _turns = new();
    private readonly DateTimeOffset _begun = time.GetUtcNow();

    /// <summary>Gives out the turns of this moment.</summary>
    internal async Task GiveTurnsAsync(CancellationToken cancellationToken)
    {
        var state = desired.Current;
        var (settings, now) = (options.Value, time.GetUtcNow());
        var turns = UpdateTurns.Next(
            UpdateCandidates.Of(state, docker.Current.Value, updates.Current.Value, status.Current.Value), state.Policy,
            host => _turns.GetValueOrDefault(host, _begun), settings.UpdateCooldown, settings.UpdateCheckInterval, now);
        foreach (var turn in turns)
        {
            // One that was edited or removed meanwhile is judged anew in a minute.
            if (!turn.Container.Equals(desired.Current.FindContainer(turn.Container.Id)))
                continue;
            var container = turn.Container;
            var outcome = await acts.SaveAsync(
                new DesiredEdit.PutContainer(ContainerEdits.Update(container, turn.Digest)), $"Update the container {container.Place} by its schedule", Actor.Portal,
                cancellationToken, desired.Current.Revision);
            _turns[container.Host] = now;
            if (outcome.Succeeded)
                Log.Updating(logger, container.Place, turn.Digest);
            else
                Log.NotUpdated(logger, container.Place, outcome.Fault ?? "it was refused");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_step, time, stoppingToken);
                await GiveTurnsAsync(stoppingToken);
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Updating {Container} to {Digest} by its schedule")]
        public static partial void Updating(ILogger logger, string container, string digest);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Container} did not get its new version by schedule: {Why}. It is tried again")]
        public static partial void NotUpdated(ILogger logger, string container, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Giving out updates by schedule failed; it is tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
