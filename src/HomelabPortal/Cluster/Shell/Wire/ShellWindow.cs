namespace HomelabPortal.Cluster.Shell.Wire;

/// <summary>
/// Keeps what is sent near what is read, so that Ctrl+C works at once in a flood of output.
/// Who says nothing for a while gets more all the same: a program that waits to be read may be what holds the reader up.
/// </summary>
internal sealed class ShellWindow(int? size, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _moved;
    private long _unread;

    /// <summary>Returns when there is room.</summary>
    public async Task TakeAsync(int bytes, CancellationToken cancellationToken)
    {
        if (size is null)
            return;
        while (Room() is { } moved)
        {
            try
            {
                await moved.WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                break;
            }
        }

        lock (_lock)
            _unread += bytes;
    }

    public void Read(int bytes)
    {
        TaskCompletionSource? moved;
        lock (_lock)
        {
            _unread = Math.Max(0, _unread - bytes);
            (moved, _moved) = (_moved, null);
        }

        moved?.TrySetResult();
    }

    /// <summary>Null when there is room, else what completes when some was read.</summary>
    private Task? Room()
    {
        lock (_lock)
            return _unread < size ? null : (_moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
