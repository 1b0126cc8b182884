namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>Tells a reader what happens to a log, and the same trouble only once until it is over.</summary>
internal sealed class LogVoice(Func<LogEvent, Task> tell)
{
    private string? _said;

    public Task TellAsync(LogEvent said) => tell(said);

    public async Task<FollowStep> EndAsync(LogEvent last)
    {
        await tell(last);
        return FollowStep.Done;
    }

    public async Task SayOnceAsync(LogEvent said, string text)
    {
        if (_said == text)
            return;
        _said = text;
        await tell(said);
    }

    /// <summary>Lines arrive again.</summary>
    public async Task CalmAsync()
    {
        if (_said is null)
            return;
        _said = null;
        await tell(new LogEvent.Reading());
    }
}
