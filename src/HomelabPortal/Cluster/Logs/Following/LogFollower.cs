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
    /// <summary>A connection may be dead without a word, and reading again costs little: two seconds of log.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(90);

    private readonly LogRun _run = new(wish);
    private string? _said;

    /// <summary>Runs until the log has come to its end.</summary>
    public async Task RunAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = FollowStep.Later;
            try
            {
                next = await StepAsync(tell, cancellationToken);
            }
            catch (KubernetesApiException fault) when (!cancellationToken.IsCancellationRequested)
            {
                await SayOnceAsync(tell, new LogEvent.Trouble(LogFaults.Of(fault)), fault.Message);
            }

            if (next == FollowStep.Done)
                return;
            if (next == FollowStep.AtChange)
                await source.WaitForChangeAsync(cancellationToken);
            else
                await Task.Delay(backoff.Next(), time, cancellationToken);
        }
    }

    private async Task<FollowStep> StepAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        var pod = await source.GetPodAsync(cancellationToken);
        if (pod is null || pod.Metadata.Uid != wish.Uid)
            return await EndAsync(tell, new LogEvent.Gone("pod"));
        var stand = RunStand.Of(pod, wish.Container);
        if (stand.NeverStarted)
        {
            if (stand.IsFinal || !wish.Follow)
                return await EndAsync(tell, wish.Follow ? new LogEvent.Ended(null) : new LogEvent.Waiting(stand.Reason));
            await SayOnceAsync(tell, new LogEvent.Waiting(stand.Reason), stand.Reason);
            return FollowStep.AtChange;
        }

        if (wish.Previous)
            return await ReadPreviousAsync(tell, cancellationToken);
        if (_run.Restarts is { } known && stand.Restarts > known)
            await Change(tell).CloseAsync(stand, cancellationToken);
        // Old news: the log itself told of a later run.
        if (wish.Follow && stand.Restarts < _run.Restarts)
            return await FollowAsync(tell, cancellationToken);
        _run.Restarts = stand.Restarts;
        if (_run.IsRead)
            return stand.IsFinal ? FollowStep.Done : FollowStep.AtChange;
        if (!wish.Follow || stand.IsOver)
            return await ReadToEndAsync(stand, tell, cancellationToken);
        return await FollowAsync(tell, cancellationToken);
    }

    private async Task<FollowStep> FollowAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var replay = _run.Seam.Replay();
        try
        {
            await foreach (var line in source.ReadAsync(_run.Ask(follow: true), either.Token).WithCancellation(either.Token))
            {
                silence.CancelAfter(LongestSilence);
                if (line is not { IsWhole: true, Time: not null })
                {
                    // Half a line comes whole when the log is read again.
                    if (line.IsWhole)
                        await SayOnceAsync(tell, new LogEvent.Notice(line.Text), line.Text);
                    continue;
                }

                await CalmAsync(tell);
                var step = replay.Take(line);
                if (step.Outcome == SeamOutcome.Broken)
                {
                    var mended = await Change(tell).MendAsync(step.Lines[0].Time, wish, cancellationToken);
                    if (mended == MendOutcome.Gone)
                        return await EndAsync(tell, new LogEvent.Gone("pod"));
                    if (mended == MendOutcome.ReadAgain)
                        return FollowStep.Later;
                    replay = _run.Seam.Replay();
                }

                if (step.Lines.Count > 0)
                    await Change(tell).ConfirmAsync(step.Lines[0], cancellationToken);
                foreach (var fresh in step.Lines)
                    await _run.ShowAsync(fresh, tell);
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
    private async Task<FollowStep> ReadToEndAsync(RunStand stand, Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        if (await new WholeReader(source, _run, tell, Change(tell)).ReadAsync(previous: false, cancellationToken) is { } instead)
        {
            var mended = await Change(tell).MendAsync((instead is [var first, ..] ? first.Time : null), wish, cancellationToken);
            if (mended == MendOutcome.Gone)
                return await EndAsync(tell, new LogEvent.Gone("pod"));
            foreach (var line in mended == MendOutcome.Show ? instead : [])
                await _run.ShowAsync(line, tell);
            return FollowStep.Later;
        }

        await CalmAsync(tell);
        _run.IsRead = true;
        if (!wish.Follow)
            return FollowStep.Done;
        await tell(new LogEvent.Ended(stand.HowItEnded));
        return stand.IsFinal ? FollowStep.Done : FollowStep.AtChange;
    }

    private async Task<FollowStep> ReadPreviousAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        try
        {
            if (await new WholeReader(source, _run, tell).ReadAsync(previous: true, cancellationToken) is not null)
                await tell(new LogEvent.Gap(_run.Seam.Last, null));
            return FollowStep.Done;
        }
        catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Invalid)
        {
            return await EndAsync(tell, new LogEvent.Notice("This container has no previous run whose log is kept."));
        }
    }

    private RunChange Change(Func<LogEvent, Task> tell) => new(source, _run, tell);

    private static async Task<FollowStep> EndAsync(Func<LogEvent, Task> tell, LogEvent last)
    {
        await tell(last);
        return FollowStep.Done;
    }

    private async Task SayOnceAsync(Func<LogEvent, Task> tell, LogEvent said, string text)
    {
        if (_said == text)
            return;
        _said = text;
        await tell(said);
    }

    private async Task CalmAsync(Func<LogEvent, Task> tell)
    {
        if (_said is null)
            return;
        _said = null;
        await tell(new LogEvent.Reading());
    }
}
