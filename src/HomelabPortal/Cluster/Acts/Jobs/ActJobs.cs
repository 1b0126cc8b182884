using System.Collections.Concurrent;
using HomelabPortal.Access;
using HomelabPortal.Platform;
using HomelabPortal.Storage;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>
/// Runs acts that outlive the page they were asked from, through the same door as all others: role, audit at begin and end.
/// A job knows of its end by three ways only: it came out, a person cancelled it, or the portal stopped; each is what the audit then says.
/// </summary>
internal sealed class ActJobs(ActionRunner runner, Live<ActJobsState> live, IHostApplicationLifetime lifetime, TimeProvider time) : IHostedService
{
    private readonly ConcurrentDictionary<string, RunningJob> _running = new();
    private readonly Lock _gate = new();

    /// <returns>Once the act has begun, or was refused. What becomes of it stands in <see cref="ActJobsState"/>.</returns>
    public async Task<ActJobStart> StartAsync(ActJobRequest request, Actor actor, Func<ActJobProgress, CancellationToken, Task> run)
    {
        var job = new ActJob(Guid.CreateVersion7(time.GetUtcNow()).ToString("n"), request.Act, request.Words, actor.Name, time.GetUtcNow())
        {
            Subject = request.Subject, CanCancel = request.CanCancel, Credential = actor.Credential,
        };
        var running = new RunningJob(request.Key, CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping));
        lock (_gate)
        {
            if (request.Key is not null && _running.FirstOrDefault(other => other.Value.Key == request.Key) is { Key: { } underWay })
                return new ActJobStart(null, new ActionOutcome(0, $"This is under way already: {live.Current.Value.Find(underWay)?.Words ?? request.Words}. Wait for its end."));
            _running[job.Id] = running;
        }

        var ended = running.Ended = RunAsync(job, running, actor, run, request.Along?.Invoke(job.Id));
        await Task.WhenAny(running.Begun.Task, ended);
        return running.Begun.Task.IsCompleted ? new ActJobStart(job.Id, new ActionOutcome(0, null)) : new ActJobStart(null, await ended);
    }

    /// <summary>Asks a running act to stop; what it has done stays done.</summary>
    public Task<ActionOutcome> CancelAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        if (live.Current.Value.Find(id) is not { CanCancel: true, IsRunning: true } job || !_running.TryGetValue(id, out var running))
            return Task.FromResult(new ActionOutcome(0, "It has ended already, or cannot be cancelled."));
        return runner.RunAsync(
            job.Act,
            $"Cancel: {job.Words}",
            actor,
            async _ =>
            {
                running.CancelledBy = actor.Name;
                await StopAsync(running);
            },
            cancellationToken);
    }

    /// <summary>When the act has come out, one way or the other; at once for an unknown one.</summary>
    public Task WaitAsync(string id, CancellationToken cancellationToken) =>
        _running.TryGetValue(id, out var running) ? running.Ended.WaitAsync(cancellationToken) : Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        Publish(state => state);
        return Task.CompletedTask;
    }

    /// <summary>Lets the interrupted ones write their end into the audit.</summary>
    Task IHostedService.StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_running.Values.Select(job => job.Ended)).WaitAsync(cancellationToken);

    private async Task<ActionOutcome> RunAsync(
        ActJob job, RunningJob running, Actor actor, Func<ActJobProgress, CancellationToken, Task> run, Func<PortalDbContext, CancellationToken, Task>? along)
    {
        try
        {
            var outcome = await runner.RunAsync(job.Act, job.Words, actor, stop => BegunAsync(job, running, run, stop), running.Stop.Token, along);
            if (running.Begun.Task.IsCompleted)
                Publish(state => state.Change(job.Id, last => ActJobEnd.Of(last, outcome, running.CancelledBy is not null, lifetime.ApplicationStopping.IsCancellationRequested, time.GetUtcNow())));
            return outcome;
        }
        finally
        {
            _running.TryRemove(job.Id, out _);
            running.Stop.Dispose();
        }
    }

    private async Task BegunAsync(ActJob job, RunningJob running, Func<ActJobProgress, CancellationToken, Task> run, CancellationToken stop)
    {
        Publish(state => state.With(job));
        running.Begun.SetResult();
        // Who asked need not wait for the first step.
        await Task.Yield();
        try
        {
            await run(new ActJobProgress(change => Publish(state => state.Change(job.Id, change))), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new ActFault(running.CancelledBy is { } who
                ? $"Cancelled by {who}. What was done until then stays done."
                : "Interrupted: the portal stopped before the outcome was known.");
        }
    }

    private static async Task StopAsync(RunningJob running)
    {
        try
        {
            await running.Stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            throw new ActFault("It ended in this very moment.");
        }
    }

    private void Publish(Func<ActJobsState, ActJobsState> change)
    {
        lock (_gate)
            live.Publish(change(live.Current.Value));
    }

    private sealed class RunningJob(string? key, CancellationTokenSource stop)
    {
        public string? Key => key;

        public CancellationTokenSource Stop => stop;

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ActionOutcome> Ended { get; set; } = Task.FromResult(new ActionOutcome(0, null));

        public volatile string? CancelledBy;
    }
}
