using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>Goes from one run of a container to the next: shows the end of the one that is over, and says what could not be read.</summary>
internal sealed class RunChange(ILogSource source, LogRun run, Func<LogEvent, Task> tell)
{
    private const int MostOfLostRun = 5_000;
    private const int MostAnswers = 6;

    /// <summary>The pod says that the container began anew since it was last read.</summary>
    public async Task CloseAsync(RunStand stand, CancellationToken cancellationToken)
    {
        // Nothing was read since the last change, and what it showed is still the previous run: this is the late news of that change.
        if (run is { Seam.IsEmpty: true, Before: { } before } && await IsPreviousAsync(before, null, cancellationToken) == true)
            return;
        var runs = stand.Restarts - (run.Restarts ?? stand.Restarts);
        if (!run.IsRead || runs > 1)
        {
            if (run.IsRead || !await ReadToEndAsync(cancellationToken))
            {
                // The stream was of the new run already, and only the status came late.
                if (!run.IsRead && run.Seam.First?.At >= stand.StartedAt)
                    return;
                await SkipAsync(run.Seam.Last, stand.StartedAt, isGap: !run.IsRead || runs > 2, cancellationToken);
            }
        }

        run.Begin(isSure: false);
        await tell(new LogEvent.Restarted(stand.HowItEnded));
    }

    /// <summary>
    /// Before the first line of a new run: the status may have come so late that this is not the next run but one after it.
    /// The kubelet knows: what it calls the previous run must be the one that was shown last.
    /// </summary>
    public async Task ConfirmAsync(PodLogLine first, CancellationToken cancellationToken)
    {
        if (run.Before is not { } before)
            return;
        if (await IsPreviousAsync(before, first, cancellationToken) == false)
        {
            await SkipAsync(before.Last, null, isGap: true, cancellationToken);
            run.Begin(isSure: true);
            await tell(new LogEvent.Restarted(null));
            run.Restarts++;
        }

        run.Before = null;
    }

    /// <summary>The log does not go on where it was left: find out why, before what was found instead is shown.</summary>
    /// <param name="found">The time of the first line that stands there instead; null when there is none.</param>
    public async Task<MendOutcome> MendAsync(LogTime? found, LogWish wish, CancellationToken cancellationToken)
    {
        // The kubelet knows of a new run before the API server does, so the previous log is asked first.
        var wasPrevious = await ReadToEndAsync(cancellationToken);
        if (await source.GetPodAsync(cancellationToken) is not { } pod || pod.Metadata.Uid != wish.Uid)
            return MendOutcome.Gone;
        var stand = RunStand.Of(pod, wish.Container);
        var known = run.Restarts ?? stand.Restarts;
        var isNewRun = wasPrevious || stand.Restarts > known;
        if (!wasPrevious && isNewRun)
            await SkipAsync(run.Seam.Last, stand.StartedAt, isGap: true, cancellationToken);
        else if (!wasPrevious)
            await tell(new LogEvent.Gap(run.Seam.Last, found));
        run.Restarts = wasPrevious ? known + 1 : stand.Restarts;
        run.Begin(isSure: true);
        if (isNewRun)
            await tell(new LogEvent.Restarted(stand.HowItEnded));
        return isNewRun && !wasPrevious ? MendOutcome.ReadAgain : MendOutcome.Show;
    }

    /// <summary>Shows the rest of the run that was followed, which is the previous one now.</summary>
    /// <returns>False when the previous log does not hold what was shown.</returns>
    private async Task<bool> ReadToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await new WholeReader(source, run, tell).ReadAsync(previous: true, cancellationToken) is null;
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            // There is no previous run, or its log is gone.
            return false;
        }
    }

    /// <summary>Runs came and went unread. The latest of them can still be shown.</summary>
    private async Task SkipAsync(LogTime? last, DateTimeOffset? startedAt, bool isGap, CancellationToken cancellationToken)
    {
        IReadOnlyList<PodLogLine> lines = [];
        try
        {
            lines = await GatherAsync(last, cancellationToken);
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            isGap = true;
        }

        if (isGap)
            await tell(new LogEvent.Gap(last, lines.Count > 0 ? lines[0].Time : startedAt is { } started ? LogTime.From(started) : null));
        run.Begin(isSure: true);
        foreach (var line in lines)
            await (line.IsWhole ? run.ShowAsync(line, tell) : run.ShowLastAsync(line, tell));
    }

    /// <summary>Gathered before any is shown: a connection that breaks on the way begins this anew. Read until two answers agree.</summary>
    private async Task<IReadOnlyList<PodLogLine>> GatherAsync(LogTime? after, CancellationToken cancellationToken)
    {
        var options = new PodLogOptions { Container = run.Container, Previous = true, TailLines = MostOfLostRun, SinceTime = after?.At };
        for (var (answers, best) = (1, (List<PodLogLine>?)null); ; answers++)
        {
            var lines = new List<PodLogLine>();
            await foreach (var line in source.ReadAsync(options, cancellationToken).WithCancellation(cancellationToken))
            {
                if (line.Time is { } at && (after is null || at > after))
                    lines.Add(line);
            }

            // Half a line may be the end of the log, or of an answer that was cut in it.
            if (best is not null && (answers > MostAnswers || (lines.Count == best.Count && lines.LastOrDefault()?.Hash == best.LastOrDefault()?.Hash)))
                return best;
            if (best is null || lines.Count >= best.Count)
                best = lines;
        }
    }

    /// <returns>Whether the previous log is the one that was shown; null when that cannot be told.</returns>
    /// <param name="first">A line of the present log: when the previous one holds it, that has become the previous one meanwhile.</param>
    private async Task<bool?> IsPreviousAsync(LogSeam shown, PodLogLine? first, CancellationToken cancellationToken)
    {
        var replay = shown.Replay();
        var options = new PodLogOptions { Container = run.Container, Previous = true, SinceTime = shown.ResumeFrom };
        try
        {
            await foreach (var line in source.ReadAsync(options, cancellationToken).WithCancellation(cancellationToken))
            {
                if (line is not { IsWhole: true, Time: not null })
                    continue;
                if (line.Time == first?.Time && line.Hash == first?.Hash)
                    return null;
                if (replay.Take(line).Outcome == SeamOutcome.Broken)
                    return false;
                if (replay.IsJoined)
                    return true;
            }
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            // No previous log is kept, so there is nothing to compare with.
        }

        return null;
    }
}
