using HomelabPortal.Checks.Running;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Keeping;

/// <summary>Stores what was counted and adds up what is stored.</summary>
internal sealed class CheckKeeper(PendingTallies pending, CheckBook book, CheckPruner pruner, CheckBoard board, IOptions<CheckOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _pruneEvery = TimeSpan.FromHours(1);
    private DateTimeOffset? _prunedAt;

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (_prunedAt is null || now - _prunedAt >= _pruneEvery)
        {
            await pruner.PruneAsync(now, options.Value.KeepDays, cancellationToken);
            _prunedAt = now;
        }

        board.SetSums(await book.SumsAsync(now, cancellationToken));
    }

    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        var counted = pending.Take();
        if (counted.Count == 0)
            return;
        try
        {
            await book.AddAsync(counted, cancellationToken);
        }
        catch
        {
            pending.PutBack(counted);
            throw;
        }
    }
}
