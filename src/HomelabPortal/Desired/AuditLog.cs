using HomelabPortal.Desired.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

/// <summary>Acts that change no desired state, and the reading of all of them, newest first.</summary>
internal sealed class AuditLog(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, TimeProvider time)
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

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking().OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(AuditEntry.From),
        ];
    }
}
