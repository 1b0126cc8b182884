using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>
/// Kills the portal at the n-th step: before or after a commit, before or after a remote write.
/// Once dead, nothing more is committed or written, as after a power cut.
/// </summary>
internal sealed class CrashPoint(int dieAt) : SaveChangesInterceptor
{
    private int _step;

    public bool HasDied { get; private set; }

    public void Step(string where)
    {
        if (HasDied || ++_step == dieAt)
            Die(where);
    }

    public void Die(string where)
    {
        HasDied = true;
        throw new CrashException(where);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Step("before a commit");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Step("after a commit");
        return ValueTask.FromResult(result);
    }
}

internal sealed class CrashException(string where) : Exception(where);
