using System.Globalization;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Record;

/// <summary>Deletes what has served its time. The horizon of the audit moves forward in the same transaction, which is what lets its rows go.</summary>
internal static class RecordPruning
{
    /// <summary>Applies that nobody looks up any more; open journal rows stay, however old.</summary>
    public static readonly TimeSpan AppliesKept = TimeSpan.FromDays(90);

    /// <summary>Sessions and invitations after their end, for whoever asks who was in.</summary>
    public static readonly TimeSpan EndedKept = TimeSpan.FromDays(30);

    /// <summary>Answers to repeated requests; a program that repeats one after a week is mistaken.</summary>
    public static readonly TimeSpan AnswersKept = TimeSpan.FromDays(7);

    public static async Task<PruneCounts> RunAsync(PortalDbContext context, RecordRetention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var counts = new PruneCounts(
            await PruneAuditAsync(context, retention.HorizonAt(now), cancellationToken),
            await PruneAppliesAsync(context, (now - AppliesKept).UtcTicks, cancellationToken),
            await PruneEndedAsync(context, (now - EndedKept).UtcTicks, cancellationToken),
            await context.Idempotency.Where(row => row.AtTicks < (now - AnswersKept).UtcTicks).ExecuteDeleteAsync(cancellationToken));
        if (!counts.IsNothing)
            context.Audit.Add(AuditLog.NewRow("Delete what has served its time", Actor.Portal, now, counts.ToString()));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }

    private static async Task<int> PruneAuditAsync(PortalDbContext context, DateTimeOffset? horizon, CancellationToken cancellationToken)
    {
        if (horizon is not { } moment || !await MoveHorizonAsync(context, moment.UtcTicks, cancellationToken))
            return 0;
        var ticks = moment.UtcTicks;
        await context.AuditOutcomes.Where(row => context.Audit.Any(audit => audit.Id == row.AuditId && audit.AtTicks < ticks)).ExecuteDeleteAsync(cancellationToken);
        return await context.Audit.Where(row => row.AtTicks < ticks).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>False when it was further on already: a clock set back, or a longer retention chosen later, brings nothing back.</returns>
    private static async Task<bool> MoveHorizonAsync(PortalDbContext context, long ticks, CancellationToken cancellationToken)
    {
        var text = ticks.ToString(CultureInfo.InvariantCulture);
        var row = await context.Settings.SingleOrDefaultAsync(setting => setting.Key == SettingRow.AuditHorizon, cancellationToken);
        if (row is null)
            context.Settings.Add(new SettingRow { Key = SettingRow.AuditHorizon, Value = text });
        else if (long.Parse(row.Value, CultureInfo.InvariantCulture) >= ticks)
            return false;
        else
            row.Value = text;
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task<int> PruneAppliesAsync(PortalDbContext context, long ticks, CancellationToken cancellationToken)
    {
        var done = context.Plans.Where(plan => plan.AtTicks < ticks && !context.Journal.Any(row => row.PlanId == plan.Id && row.ClosedAtTicks == null));
        await context.Journal.Where(row => done.Any(plan => plan.Id == row.PlanId)).ExecuteDeleteAsync(cancellationToken);
        return await done.ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<int> PruneEndedAsync(PortalDbContext context, long ticks, CancellationToken cancellationToken) =>
        await context.Sessions.Where(row => row.EndedAtTicks < ticks || row.ExpiresAtTicks < ticks).ExecuteDeleteAsync(cancellationToken)
        + await context.Invitations.Where(row => row.UsedAtTicks < ticks || row.ExpiresAtTicks < ticks).ExecuteDeleteAsync(cancellationToken);
}
