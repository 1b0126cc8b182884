using HomelabPortal.Desired.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

/// <summary>Writes acts that change no desired state; edits write theirs in their own transaction.</summary>
internal sealed class AuditLog(DatabaseWriter writer, TimeProvider time)
{
    /// <summary>Writes the row before the act runs, so that no act is without one.</summary>
    public Task<long> BeginAsync(string act, Actor actor, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = new AuditRow { AtTicks = time.GetUtcNow().UtcTicks, Actor = actor.Name, Act = act };
                context.Audit.Add(row);
                await context.SaveChangesAsync(cancellationToken);
                return row.Id;
            },
            cancellationToken);

    public Task EndAsync(long id, string outcome, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            context => context.Audit.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, outcome), cancellationToken),
            cancellationToken);
}
