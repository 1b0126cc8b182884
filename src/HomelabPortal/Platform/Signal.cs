namespace HomelabPortal.Platform;

/// <summary>Says "look again" and carries no data. Any number of raises before a wait is one wake.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _raised = NewSource();

    public void Raise() => Volatile.Read(ref _raised).TrySetResult();

    /// <summary>Returns true when raised, false when the time passed first.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        var raised = Volatile.Read(ref _raised);
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(raised.Task, Task.Delay(atMost, time, wake.Token));
        await wake.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first != raised.Task)
            return false;
        // A raise between the wake and this line is covered by the pass that follows.
        Interlocked.CompareExchange(ref _raised, NewSource(), raised);
        return true;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
