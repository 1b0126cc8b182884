using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomelabPortal.Tests.Cluster.Metrics.Keeping;

/// <summary>A portal that is killed at a chosen write: from then on nothing reaches the database.</summary>
internal sealed class StopAfter : DbCommandInterceptor
{
    public int? Left { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Count()
    {
        if (Left is { } left && (Left = left - 1) < 0)
            throw new InvalidOperationException("Killed.");
    }
}
