using HomelabPortal.Storage;
using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Reconcile;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Activity;

/// <summary>Reads the latest of the record from the database.</summary>
internal sealed class ActivityReader(IDbContextFactory<PortalDbContext> contexts)
{
    private const int MostAudits = 200;
    private const int MostApplies = 50;

    public async Task<ActivityState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var audit = await context.Audit.AsNoTracking().OrderByDescending(row => row.Id).Take(MostAudits).ToListAsync(cancellationToken);
        var first = audit.Count == 0 ? 0 : audit[^1].Id;
        var outcomes = await context.AuditOutcomes.AsNoTracking().Where(row => row.AuditId >= first).ToDictionaryAsync(row => row.AuditId, row => row.Outcome, cancellationToken);
        var plans = await context.Plans.AsNoTracking().OrderByDescending(row => row.Id).Take(MostApplies).ToListAsync(cancellationToken);
        var oldest = plans.Count == 0 ? 0 : plans[^1].Id;
        var journal = await context.Journal.AsNoTracking().Where(row => row.PlanId >= oldest).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var changes = journal.ToLookup(row => row.PlanId);
        return new ActivityState([.. audit.Select(row => AuditEntry.From(row, outcomes.GetValueOrDefault(row.Id)))], [.. plans.Select(plan => Applied(plan, changes[plan.Id]))]);
    }

    private static AppliedPlan Applied(PlanRow plan, IEnumerable<JournalRow> changes) => new(
        plan.Id, At(plan.AtTicks), plan.Revision, plan.Text, plan.Status, [.. changes.Select(Applied)]);

    private static AppliedChange Applied(JournalRow row) => new(
        Journal.ReadChange(row.Change), row.ClosedAtTicks is null, row.Succeeded, row.Error, At(row.ClosedAtTicks ?? row.OpenedAtTicks));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
