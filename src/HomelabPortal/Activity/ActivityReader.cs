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

    public async Task<ActivityState> ReadAsync(CancellationToken cancellationToken) => new(
        await ReadAuditAsync(null, MostAudits, null, cancellationToken), await ReadAppliesAsync(null, MostApplies, cancellationToken));

    /// <summary>Acts, newest first.</summary>
    /// <param name="before">Only those older than this one; null from the newest on.</param>
    /// <param name="subject">Only those on this exposure or record; null for all.</param>
    public async Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int most, string? subject, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var audit = await context.Audit.AsNoTracking()
            .Where(row => (before == null || row.Id < before) && (subject == null || row.SubjectId == subject))
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        var ids = audit.ConvertAll(row => row.Id);
        var outcomes = await context.AuditOutcomes.AsNoTracking().Where(row => ids.Contains(row.AuditId)).ToDictionaryAsync(row => row.AuditId, row => row.Outcome, cancellationToken);
        return [.. audit.Select(row => AuditEntry.From(row, outcomes.GetValueOrDefault(row.Id)))];
    }

    /// <summary>Applies with their writes, newest first.</summary>
    /// <param name="before">Only those older than this one; null from the newest on.</param>
    public async Task<ImmutableArray<AppliedPlan>> ReadAppliesAsync(long? before, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = await context.Plans.AsNoTracking().Where(row => before == null || row.Id < before)
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        var ids = plans.ConvertAll(row => row.Id);
        var journal = await context.Journal.AsNoTracking().Where(row => ids.Contains(row.PlanId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var changes = journal.ToLookup(row => row.PlanId);
        return [.. plans.Select(plan => Applied(plan, changes[plan.Id]))];
    }

    private static AppliedPlan Applied(PlanRow plan, IEnumerable<JournalRow> changes) => new(
        plan.Id, At(plan.AtTicks), plan.Revision, plan.Text, plan.Status, [.. changes.Select(Applied)]);

    private static AppliedChange Applied(JournalRow row) => new(
        Journal.ReadChange(row.Change), row.ClosedAtTicks is null, row.Succeeded, row.Error, At(row.ClosedAtTicks ?? row.OpenedAtTicks));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
