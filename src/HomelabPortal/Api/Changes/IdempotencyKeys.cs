using System.Collections.Concurrent;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Api.Changes;

/// <summary>
/// Remembers the answers to changes by their idempotency keys, for a day and per account.
/// The answer is committed in the transaction of the change itself. So there is no moment at which a crash could leave the one without the other:
/// cut off before the commit, nothing happened and the repetition does it; cut off after, the repetition gets the answer.
/// What changed nothing leaves its key free. Requests under way are known in memory only, since one portal has the database.
/// </summary>
internal sealed class IdempotencyKeys(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<(string Account, string Key), string> _underWay = new();

    /// <summary>Null when the key is free now and taken for this request; else the hash of the request that has it.</summary>
    public string? Begin(IdempotentRequest request)
    {
        while (!_underWay.TryAdd((request.AccountId, request.Key), request.Hash))
        {
            if (_underWay.TryGetValue((request.AccountId, request.Key), out var hash))
                return hash;
        }

        return null;
    }

    public void End(IdempotentRequest request) => _underWay.TryRemove((request.AccountId, request.Key), out _);

    /// <summary>What was answered to the key within the last day.</summary>
    public async Task<IdempotencyRow?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Idempotency.AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == request.AccountId && row.Key == request.Key, cancellationToken);
        return row is { Status: not null } && row.AtTicks > Oldest ? row : null;
    }

    /// <summary>What is to be committed along with the change that this answers; null when the request has no key.</summary>
    public Func<PortalDbContext, CancellationToken, Task>? Keeping(HttpContext http, ApiAnswer answer) =>
        http.Features.Get<IdempotentRequest>() is { } request ? (context, cancellationToken) => KeepAsync(context, request, answer, cancellationToken) : null;

    private async Task KeepAsync(PortalDbContext context, IdempotentRequest request, ApiAnswer answer, CancellationToken cancellationToken)
    {
        var oldest = Oldest;
        var rows = await context.Idempotency.Where(row => row.AtTicks <= oldest || (row.AccountId == request.AccountId && row.Key == request.Key)).ToListAsync(cancellationToken);
        var row = rows.Find(row => row.AccountId == request.AccountId && row.Key == request.Key);
        context.Idempotency.RemoveRange(rows.Where(old => old != row));
        if (row is null)
            context.Idempotency.Add(row = new IdempotencyRow { AccountId = request.AccountId, Key = request.Key, RequestHash = request.Hash, AtTicks = 0 });
        (row.RequestHash, row.AtTicks, row.Status, row.Body, row.ETag) = (request.Hash, time.GetUtcNow().UtcTicks, answer.Status, answer.Body, answer.ETag);
    }

    private long Oldest => (time.GetUtcNow() - _kept).UtcTicks;
}
