using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>
/// Reads a log that has an end. A connection that breaks behind the API server looks exactly like that end,
/// so it is read until a second answer adds nothing to the one before.
/// </summary>
internal sealed class WholeReader(ILogSource source, LogRun run, Func<LogEvent, Task> tell, RunChange? change = null)
{
    private const int MostShort = 5;

    /// <summary>Shows what was not shown yet, up to the end.</summary>
    /// <returns>Null when it was read; else the lines that stand there instead of what was shown, if there are any.</returns>
    public async Task<IReadOnlyList<PodLogLine>?> ReadAsync(bool previous, CancellationToken cancellationToken)
    {
        PodLogLine? lastHalf = null;
        for (var (answers, isShort) = (1, 0); isShort < MostShort; answers++)
        {
            var replay = run.Seam.Replay();
            var (fresh, half) = (0, (PodLogLine?)null);
            await foreach (var line in source.ReadAsync(run.Ask(follow: false) with { Previous = previous }, cancellationToken).WithCancellation(cancellationToken))
            {
                half = line.IsWhole ? null : line;
                if (line is not { IsWhole: true, Time: not null })
                    continue;
                var step = replay.Take(line);
                if (step.Outcome == SeamOutcome.Broken)
                    return step.Lines;
                if (change is not null && step.Lines.Count > 0)
                    await change.ConfirmAsync(step.Lines[0], cancellationToken);
                foreach (var one in step.Lines)
                    await run.ShowAsync(one, tell);
                fresh += step.Lines.Count;
            }

            if (!replay.IsJoined)
            {
                isShort++;
                continue;
            }

            if (answers > 1 && fresh == 0 && half?.Hash == lastHalf?.Hash)
            {
                if (half?.Time is not null)
                    await run.ShowLastAsync(half, tell);
                return null;
            }

            lastHalf = half;
        }

        return [];
    }
}
