using HomelabPortal.Access;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>Tells a person, on whichever page they are by then, how what they asked for has come out.</summary>
internal sealed partial class JobToasts(Live<ActJobsState> live, ToastQueue toasts, CurrentActor current, ILogger<JobToasts> logger) : CircuitHandler, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private HashSet<string> _told = [];

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // What had ended before this tab was opened is no news for it.
        _told = [.. live.Current.Value.Jobs.Where(job => !job.IsRunning).Select(job => job.Id)];
        _ = FollowAsync(_closed.Token);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            var mine = current.Actor.Credential;
            await foreach (var state in live.WatchAsync(cancellationToken))
            {
                foreach (var job in state.Value.Jobs.Where(job => !job.IsRunning && job.Credential == mine && _told.Add(job.Id)))
                    toasts.Add(new Toast(job.Phase == ActJobPhase.Interrupted ? HealthState.Degraded : job.State, TextOf(job), job.Href, "Steps"));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The tab was closed.
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
        }
    }

    private static string TextOf(ActJob job) => job.Phase == ActJobPhase.Done ? job.Outcome ?? $"Done: {job.Words}." : $"{job.Words}: {job.Outcome}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A tab is no longer told how its acts come out")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
