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
    /// <summary>A connection may be dead without a word, and reading again costs little: two seconds of log.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(90);

    private readonly LogRun _run = new(wish);
    private string? _said;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _endedAt;
    private ContainerTerminated? _how;
    private bool _beginsAnew;

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
            catch (DockerApiException fault) when (!cancellationToken.IsCancellationRequested)
            {
                await SayOnceAsync(tell, new LogEvent.Trouble($"{VisibleText.Of(fault.Message)} It is tried again."), fault.Message);
            }

            if (next == FollowStep.Done)
                return;
            if (next == FollowStep.AtChange)
                await log.WaitForChangeAsync(cancellationToken);
            else
                await Task.Delay(backoff.Next(), time, cancellationToken);
        }
    }

    private async Task<FollowStep> StepAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        if (await log.LookAsync(cancellationToken) is not { } stand)
            return await EndAsync(tell, new LogEvent.Gone("container"));
        if (stand.StartedAt is not { } started)
        {
            var waiting = new LogEvent.Waiting("it was never started");
            if (!wish.Follow)
                return await EndAsync(tell, waiting);
            await SayOnceAsync(tell, waiting, waiting.Reason);
            return FollowStep.AtChange;
        }

        if (!stand.IsRunning && _endedAt == stand.FinishedAt && _endedAt is not null)
            return FollowStep.AtChange;
        _beginsAnew |= _startedAt is { } before && started > before;
        _startedAt = started;
        await ReadAsync(follow: wish.Follow && stand.IsRunning, tell, cancellationToken);
        if (!wish.Follow)
            return FollowStep.Done;
        return await AfterAsync(tell, cancellationToken);
    }

    /// <summary>The stream has come to an end: was it the container's?</summary>
    private async Task<FollowStep> AfterAsync(Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        if (await log.LookAsync(cancellationToken) is not { } stand)
            return await EndAsync(tell, new LogEvent.Gone("container"));
        if (stand.IsRunning || stand.StartedAt != _startedAt)
            return FollowStep.Later;
        (_endedAt, _how) = (stand.FinishedAt, stand.How);
        await CalmAsync(tell);
        await tell(new LogEvent.Ended(stand.How));
        return FollowStep.AtChange;
    }

    private async Task ReadAsync(bool follow, Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var (asked, replay) = (_run.Ask(follow), _run.Seam.Replay());
        var options = new LogOptions { Follow = follow, Since = asked.SinceTime, Tail = (int?)asked.TailLines };
        try
        {
            await foreach (var read in log.ReadAsync(options, either.Token).WithCancellation(either.Token))
            {
                if (follow)
                    silence.CancelAfter(LongestSilence);
                var line = DockerLines.Of(read, log.Masked);
                if (line.Time is null)
                {
                    await SayOnceAsync(tell, new LogEvent.Notice(line.Text), line.Text);
                    continue;
                }

                await CalmAsync(tell);
                var step = replay.Take(line);
                if (step.Outcome == SeamOutcome.Broken)
                {
                    await tell(new LogEvent.Gap(_run.Seam.Last, step.Lines[0].Time));
                    _run.Begin(isSure: true);
                    replay = _run.Seam.Replay();
                }

                foreach (var fresh in step.Lines)
                    await ShowAsync(fresh, tell);
                if (step.Lines.Count > 0)
                    backoff.Reset();
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            backoff.Reset();
        }
    }

    private async Task ShowAsync(PodLogLine line, Func<LogEvent, Task> tell)
    {
        if (_beginsAnew && line.Time is { } at && at.At >= _startedAt)
        {
            _beginsAnew = false;
            await tell(new LogEvent.Restarted(_how));
            _how = null;
        }

        await _run.ShowAsync(line, tell);
    }

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
