using HomelabPortal.Access.Authority;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts;

/// <summary>One change of one account: may they, the change and its audit row in one transaction, its outcome.</summary>
internal sealed class AccountChange(ActionRunner runner, AccessStore store, TimeProvider time)
{
    /// <param name="words">What is done to whom, for the audit; given the account's name.</param>
    /// <param name="change">Returns why it cannot be, or null when it is done; it need not save.</param>
    public async Task<ActionOutcome> RunAsync(
        Act act, Func<string, string> words, string accountId, Actor actor,
        Func<PortalDbContext, Account, Task<string?>> change, CancellationToken cancellationToken)
    {
        var sentence = words(store.Current.Accounts.GetValueOrDefault(accountId)?.Name ?? "an account that is gone");
        if (await runner.RefuseAsync(act, sentence, actor, cancellationToken) is { } refused)
            return refused;
        return await store.WriteAsync(
            async context =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                if (await context.Users.SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken) is not { } account)
                    return new ActionOutcome(0, "The account is already gone.");
                if (await change(context, account) is { } fault)
                    return new ActionOutcome(0, fault);
                var row = AuditLog.NewRow(sentence, actor, time.GetUtcNow(), "done");
                context.Audit.Add(row);
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return new ActionOutcome(row.Id, null);
            },
            cancellationToken);
    }

    /// <summary>Ends sessions of the account within the change.</summary>
    /// <param name="except">The session that goes on.</param>
    public Task<int> EndSessionsAsync(PortalDbContext context, string accountId, string? except, CancellationToken cancellationToken)
    {
        long? now = time.GetUtcNow().UtcTicks;
        return context.Sessions.Where(row => row.AccountId == accountId && row.EndedAtTicks == null && row.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAtTicks, now).SetProperty(row => row.ProviderTokens, (string?)null), cancellationToken);
    }

    public Task<int> RevokeTokensAsync(PortalDbContext context, string accountId, CancellationToken cancellationToken)
    {
        long? now = time.GetUtcNow().UtcTicks;
        return context.ApiTokens.Where(row => row.AccountId == accountId && row.RevokedAtTicks == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAtTicks, now), cancellationToken);
    }
}
