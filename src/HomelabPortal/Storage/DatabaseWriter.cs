using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Storage;

/// <summary>SQLite has one writer: every write of the portal queues here, so none ever meets a busy database.</summary>
internal sealed class DatabaseWriter(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Raised after every write, for whoever shows what is stored.</summary>
    public Signal Written { get; } = new();

    /// <summary>Runs one unit of work. The caller saves once, at its end.</summary>
    public async Task<T> WriteAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var result = await work(context);
            Written.Raise();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
