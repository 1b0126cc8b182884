using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Watches what becomes of an act in the same picture of the cluster that the pages show.</summary>
internal sealed class OutcomeWatch(Live<ClusterState> live, TimeProvider time)
{
    /// <param name="look">Judges each snapshot; throws <see cref="ActFault"/> when it can no longer come out well.</param>
    /// <returns>The words of the look that was satisfied.</returns>
    /// <exception cref="ActFault">It did not come out well, or not within the limit.</exception>
    public async Task<string> UntilAsync(Func<ClusterState, Look> look, TimeSpan limit, ActJobProgress progress, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var last = "";
        try
        {
            await foreach (var value in live.WatchAsync(either.Token))
            {
                var seen = value.Fault is { } fault ? Look.Waits($"The cluster cannot be seen now: {Spoken.Sentence(fault)}") : look(value.Value);
                if (seen.IsDone)
                    return seen.Words;
                if (seen.Words != last)
                    progress.Tell(last = seen.Words);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Too late; told below, as when the stream ended by itself.
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new ActFault($"Asked for, but not done after {Spoken.Span(limit)}. {last} The portal waits no longer; the cluster may still get there.");
    }
}
