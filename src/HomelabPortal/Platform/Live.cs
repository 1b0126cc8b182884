using System.Runtime.CompilerServices;

namespace HomelabPortal.Platform;

/// <summary>
/// Holds the latest immutable snapshot of one source and lets any number of readers follow it.
/// Readers get whole snapshots, never deltas, so nothing that vanished can stay on a screen.
/// </summary>
public sealed class Live<T>(T initial, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan _minimumInterval = TimeSpan.FromMilliseconds(100);
    private State _state = new(new LiveValue<T>(initial, null, null));

    public LiveValue<T> Current => Volatile.Read(ref _state).Value;

    /// <summary>Replaces the snapshot; a change of value, fault or age wakes the readers.</summary>
    public void Publish(T value) => Swap(_ => new LiveValue<T>(value, time.GetUtcNow(), null));

    /// <summary>Keeps the last good snapshot and says why it may be out of date.</summary>
    public void PublishFault(string fault) =>
        Swap(current => current.Fault == fault ? current : current with { Fault = fault });

    /// <summary>
    /// Yields the current snapshot at once, then only the latest one: the first change immediately, further ones at most 10 a second.
    /// A reader that is slow to come back simply misses what was superseded meanwhile.
    /// </summary>
    public async IAsyncEnumerable<LiveValue<T>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var state = Volatile.Read(ref _state);
            var yieldedAt = time.GetTimestamp();
            yield return state.Value;
            await state.Superseded.Task.WaitAsync(cancellationToken);
            var rest = _minimumInterval - time.GetElapsedTime(yieldedAt);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellationToken);
        }
    }

    private void Swap(Func<LiveValue<T>, LiveValue<T>> change)
    {
        State before;
        State after;
        do
        {
            before = Volatile.Read(ref _state);
            var value = change(before.Value);
            if (ReferenceEquals(value, before.Value))
                return;
            after = new State(value);
        }
        while (Interlocked.CompareExchange(ref _state, after, before) != before);
        before.Superseded.SetResult();
    }

    private sealed record State(LiveValue<T> Value)
    {
        public TaskCompletionSource Superseded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
