using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying;

/// <summary>There may be something to tell.</summary>
internal sealed class NotifySignal
{
    private readonly Signal _signal = new();

    public void Raise() => _signal.Raise();

    public Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, time, cancellationToken);
}
