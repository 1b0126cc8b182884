using System.Data.Common;
using HomelabPortal.Tests.Reconcile;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomelabPortal.Tests.Secrets;

/// <summary>Dies at the n-th writing statement or commit after it was armed, before or after it; once dead, nothing more gets through.</summary>
internal sealed class CommandCrash(int dieAt) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private bool _isArmed;
    private int _step;

    public bool HasDied { get; private set; }

    public void Arm() => _isArmed = true;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Step(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Step("after " + command.CommandText);
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step("before a commit");
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step("after a commit");
        return Task.CompletedTask;
    }

    private void Step(string where)
    {
        if (!_isArmed || (!HasDied && ++_step != dieAt))
            return;
        HasDied = true;
        throw new CrashException(where);
    }
}
