using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>
/// Follows one container's log through everything that interrupts it. An engine keeps all runs of a container in one log.
/// <para>the stream ends, container still running: read again from the last lines' time on, joined to what was shown</para>
/// <para>what was shown last is not there any more: a gap</para>
/// <para>container has ended and was read to its end: wait until it is started again</para>
/// <para>container gone: the end; another one of its name is followed by another follower</para>
/// </summary>
internal sealed class DockerLogFollower(IContainerLog log, LogWish wish, Backoff backoff, TimeProvider time)
{
    private readonly LogRun _run = new(wish);
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _endedAt;
    private ContainerTerminated? _how;
    private bool _beginsAnew;

    /// <summary>Runs until the log has come to its end.</summary>
    public Task RunAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        var voice = new LogVoice(tell);
        var loop = new FollowLoop(
            stop => StepAsync(voice, stop), fault => fault is DockerApiException refused ? $"{VisibleText.Of(refused.Message)} It is tried again." : null, log.WaitForChangeAsync);
        return loop.RunAsync(voice, backoff, time, cancellationToken);
    }

    private async Task<FollowStep> StepAsync(LogVoice voice, CancellationToken cancellationToken)
    {
        if (await log.LookAsync(cancellationToken) is not { } stand)
            return await voice.EndAsync(new LogEvent.Gone("container"));
        if (stand.StartedAt is not { } started)
        {
            var waiting = new LogEvent.Waiting("it was never started");
            if (!wish.Follow)
                return await voice.EndAsync(waiting);
            await voice.SayOnceAsync(waiting, waiting.Reason);
            return FollowStep.AtChange;
        }

        if (!stand.IsRunning && _endedAt == stand.FinishedAt && _endedAt is not null)
            return FollowStep.AtChange;
        _beginsAnew |= _startedAt is { } before && started > before;
        _startedAt = started;
        await ReadAsync(follow: wish.Follow && stand.IsRunning, voice, cancellationToken);
        if (!wish.Follow)
            return FollowStep.Done;
        return await AfterAsync(voice, cancellationToken);
    }

    /// <summary>The stream has come to an end: was it the container's?</summary>
    private async Task<FollowStep> AfterAsync(LogVoice voice, CancellationToken cancellationToken)
    {
        if (await log.LookAsync(cancellationToken) is not { } stand)
            return await voice.EndAsync(new LogEvent.Gone("container"));
        if (stand.IsRunning || stand.StartedAt != _startedAt)
            return FollowStep.Later;
        (_endedAt, _how) = (stand.FinishedAt, stand.How);
        await voice.CalmAsync();
        await voice.TellAsync(new LogEvent.Ended(stand.How));
        return FollowStep.AtChange;
    }

    private async Task ReadAsync(bool follow, LogVoice voice, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(FollowLoop.LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var (asked, replay) = (_run.Ask(follow), _run.Seam.Replay());
        var options = new LogOptions { Follow = follow, Since = asked.SinceTime, Tail = (int?)asked.TailLines };
        try
        {
            await foreach (var read in log.ReadAsync(options, either.Token).WithCancellation(either.Token))
            {
                if (follow)
                    silence.CancelAfter(FollowLoop.LongestSilence);
                var line = DockerLines.Of(read, log.Masked);
                if (line.Time is null)
                {
                    await voice.SayOnceAsync(new LogEvent.Notice(line.Text), line.Text);
                    continue;
                }

                await voice.CalmAsync();
                var step = replay.Take(line);
                if (step.Outcome == SeamOutcome.Broken)
                {
                    await voice.TellAsync(new LogEvent.Gap(_run.Seam.Last, step.Lines[0].Time));
                    _run.Begin(isSure: true);
                    replay = _run.Seam.Replay();
                }

                foreach (var fresh in step.Lines)
                    await ShowAsync(fresh, voice);
                if (step.Lines.Count > 0)
                    backoff.Reset();
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            backoff.Reset();
        }
    }

    private async Task ShowAsync(PodLogLine line, LogVoice voice)
    {
        if (_beginsAnew && line.Time is { } at && at.At >= _startedAt)
        {
            _beginsAnew = false;
            await voice.TellAsync(new LogEvent.Restarted(_how));
            _how = null;
        }

        await _run.ShowAsync(line, voice.TellAsync);
    }
}
