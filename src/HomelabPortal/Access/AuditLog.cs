using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access;

/// <summary>Writes acts that change no desired state; edits write theirs in their own transaction. Rows are only ever added.</summary>
internal sealed class AuditLog(DatabaseWriter writer, TimeProvider time)
{
    /// <summary>Writes the row before the act runs, so that no act is without one.</summary>
    /// <param name="along">Stored in the same transaction; null for nothing.</param>
    public Task<long> BeginAsync(string act, Actor actor, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? along = null) =>
        AddAsync(act, actor, null, along, cancellationToken);

    /// <summary>Records something that has already come out one way or the other.</summary>
    public Task<long> RecordAsync(string act, Actor actor, string outcome, CancellationToken cancellationToken) => AddAsync(act, actor, outcome, null, cancellationToken);

    public Task EndAsync(long id, string outcome, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            context =>
            {
                context.AuditOutcomes.Add(new AuditOutcomeRow { AuditId = id, AtTicks = time.GetUtcNow().UtcTicks, Outcome = VisibleText.Of(outcome) });
                return context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private Task<long> AddAsync(string act, Actor actor, string? outcome, Func<PortalDbContext, CancellationToken, Task>? along, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = NewRow(act, actor, time.GetUtcNow(), outcome);
                context.Audit.Add(row);
                if (along is not null)
                    await along(context, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                return row.Id;
            },
            cancellationToken);

    /// <summary>For who writes the row together with what it tells of.</summary>
    public static AuditRow NewRow(string act, Actor actor, DateTimeOffset now, string? outcome) => new()
    {
        AtTicks = now.UtcTicks,
        Actor = VisibleText.Of(actor.Name),
        // Names in it come from people and from the lab.
        Act = VisibleText.Of(act),
        AccountId = actor.AccountId,
        Credential = actor.Credential,
        Address = actor.Address,
        Outcome = outcome is null ? null : VisibleText.Of(outcome),
    };
}
