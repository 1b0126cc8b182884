using System.Collections.Concurrent;

namespace HomelabPortal.Tunnels.Writing;

/// <summary>One writer of a tunnel's document at a time within this process; others outside can only be noticed.</summary>
internal sealed class TunnelTurns : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string tunnelId, Func<Task<T>> write, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(tunnelId, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var turn in _turns.Values)
            turn.Dispose();
    }
}
