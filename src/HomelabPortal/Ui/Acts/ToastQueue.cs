using System.Collections.Immutable;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ui.Acts;

/// <summary>Outcomes shown to one person in one browser tab. Good news leaves by itself; bad news stays until closed.</summary>
internal sealed class ToastQueue(TimeProvider time)
{
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(8);
    private ImmutableArray<Entry> _entries = [];
    private long _lastId;

    public event Action? Changed;

    public ImmutableArray<Entry> Entries => _entries;

    public void Add(Toast toast)
    {
        var leaves = toast.State is HealthState.Broken or HealthState.Degraded ? DateTimeOffset.MaxValue : time.GetUtcNow() + Stay;
        var entry = new Entry(Interlocked.Increment(ref _lastId), toast, leaves);
        ImmutableInterlocked.Update(ref _entries, entries => entries.Add(entry));
        Changed?.Invoke();
    }

    public void Close(long id)
    {
        ImmutableInterlocked.Update(ref _entries, entries => entries.RemoveAll(entry => entry.Id == id));
        Changed?.Invoke();
    }

    /// <summary>Drops what has been read long enough.</summary>
    public void Expire()
    {
        var now = time.GetUtcNow();
        ImmutableInterlocked.Update(ref _entries, entries => entries.RemoveAll(entry => entry.Leaves <= now));
        Changed?.Invoke();
    }

    internal sealed record Entry(long Id, Toast Toast, DateTimeOffset Leaves);
}
