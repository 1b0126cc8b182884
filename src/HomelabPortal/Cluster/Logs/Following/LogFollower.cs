using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>
/// Follows one container's log through everything that interrupts it. It says what happens in order and at the pace it is listened to.
/// <para>the stream ends, container still running: read again, joined to what was shown</para>
/// <para>what was shown last is not there any more: it is the end of the previous run (shown to its end, then "began anew"), or a gap</para>
/// <para>container has ended and was read to its end: wait for its next run</para>
/// <para>pod gone, or another of its name: the end</para>
/// </summary>
internal sealed class LogFollower(ILogSource source, LogWish wish, Backoff backoff, TimeProvider time)
{
    private readonly LogRun _run = new(wish);

    /// <summary>Runs until the log has come to its end.</summary>
    public Task RunAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        var voice = new LogVoice(tell);
        var loop = new FollowLoop(
            stop => StepAsync(voice, stop), fault => fault is KubernetesApiException refused ? LogFaults.Of(refused) : null, source.WaitForChangeAsync);
        return loop.RunAsync(voice, backoff, time, cancellationToken);
    }

    private async Task<FollowStep> StepAsync(LogVoice voice, CancellationToken cancellationToken)
    {
        var pod = await source.GetPodAsync(cancellationToken);
        if (pod is null || pod.Metadata.Uid != wish.Uid)
            return await voice.EndAsync(new LogEvent.Gone("pod"));
        var stand = RunStand.Of(pod, wish.Container);
        if (stand.NeverStarted)
        {
            if (stand.IsFinal || !wish.Follow)
                return await voice.EndAsync(wish.Follow ? new LogEvent.Ended(null) : new LogEvent.Waiting(stand.Reason));
            await voice.SayOnceAsync(new LogEvent.Waiting(stand.Reason), stand.Reason);
            return FollowStep.AtChange;
        }

        if (wish.Previous)
            return await ReadPreviousAsync(voice, cancellationToken);
        if (_run.Restarts is { } known && stand.Restarts > known)
            await Change(voice).CloseAsync(stand, cancellationToken);
        // Old news: the log itself told of a later run.
        if (wish.Follow && stand.Restarts < _run.Restarts)
            return await FollowAsync(voice, cancellationToken);
        _run.Restarts = stand.Restarts;
        if (_run.IsRead)
            return stand.IsFinal ? FollowStep.Done : FollowStep.AtChange;
        if (!wish.Follow || stand.IsOver)
            return await ReadToEndAsync(stand, voice, cancellationToken);
        return await FollowAsync(voice, cancellationToken);
    }

    private async Task<FollowStep> FollowAsync(LogVoice voice, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(FollowLoop.LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var replay = _run.Seam.Replay();
        try
        {
            await foreach (var line in source.ReadAsync(_run.Ask(follow: true), either.Token).WithCancellation(either.Token))
            {
                silence.CancelAfter(FollowLoop.LongestSilence);
                if (line is not { IsWhole: true, Time: not null })
                {
                    // Half a line comes whole when the log is read again.
                    if (line.IsWhole)
                        await voice.SayOnceAsync(new LogEvent.Notice(line.Text), line.Text);
                    continue;
                }

                await voice.CalmAsync();
                var step = replay.Take(line);
                if (step.Outcome == SeamOutcome.Broken)
                {
                    var mended = await Change(voice).MendAsync(step.Lines[0].Time, wish, cancellationToken);
                    if (mended == MendOutcome.Gone)
                        return await voice.EndAsync(new LogEvent.Gone("pod"));
                    if (mended == MendOutcome.ReadAgain)
                        return FollowStep.Later;
                    replay = _run.Seam.Replay();
                }

                if (step.Lines.Count > 0)
                    await Change(voice).ConfirmAsync(step.Lines[0], cancellationToken);
                foreach (var fresh in step.Lines)
                    await _run.ShowAsync(fresh, voice.TellAsync);
                if (step.Lines.Count > 0)
                    backoff.Reset();
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            backoff.Reset();
        }

        return FollowStep.Later;
    }

    /// <summary>No more is written, or no more is wanted.</summary>
    private async Task<FollowStep> ReadToEndAsync(RunStand stand, LogVoice voice, CancellationToken cancellationToken)
    {
        if (await new WholeReader(source, _run, voice.TellAsync, Change(voice)).ReadAsync(previous: false, cancellationToken) is { } instead)
        {
            var mended = await Change(voice).MendAsync((instead is [var first, ..] ? first.Time : null), wish, cancellationToken);
            if (mended == MendOutcome.Gone)
                return await voice.EndAsync(new LogEvent.Gone("pod"));
            foreach (var line in mended == MendOutcome.Show ? instead : [])
                await _run.ShowAsync(line, voice.TellAsync);
            return FollowStep.Later;
        }

        await voice.CalmAsync();
        _run.IsRead = true;
        if (!wish.Follow)
            return FollowStep.Done;
        await voice.TellAsync(new LogEvent.Ended(stand.HowItEnded));
        return stand.IsFinal ? FollowStep.Done : FollowStep.AtChange;
    }

    private async Task<FollowStep> ReadPreviousAsync(LogVoice voice, CancellationToken cancellationToken)
    {
        try
        {
            if (await new WholeReader(source, _run, voice.TellAsync).ReadAsync(previous: true, cancellationToken) is not null)
                await voice.TellAsync(new LogEvent.Gap(_run.Seam.Last, null));
            return FollowStep.Done;
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            return await voice.EndAsync(new LogEvent.Notice("This container has no previous run whose log is kept."));
        }
    }

    private RunChange Change(LogVoice voice) => new(source, _run, voice.TellAsync);
}
