using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Record;

/// <summary>How much is on record and for how long.</summary>
internal sealed class RecordBook(
    IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, AccessStore access, ActionRunner runner, Live<RecordState> live, TimeProvider time)
{
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var oldest = await context.Audit.MinAsync(row => (long?)row.AtTicks, cancellationToken);
        live.Publish(new RecordState(
            await RetentionAsync(context, cancellationToken),
            await context.Audit.CountAsync(cancellationToken),
            oldest is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));
    }

    /// <summary>Chooses how long the audit is kept; what becomes too old by it goes at the next daily pass, so that a slip can be mended.</summary>
    public async Task<ActionOutcome> ChangeRetentionAsync(RecordRetention retention, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(
            Act.ChangeRetention, $"Keep the audit {retention.Words}", actor, stop => SaveAsync(retention, stop), cancellationToken);
        await RefreshAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Deletes what has served its time.</summary>
    public async Task<PruneCounts> PruneAsync(CancellationToken cancellationToken)
    {
        var counts = await access.WriteAsync(
            async context => await RecordPruning.RunAsync(context, await RetentionAsync(context, cancellationToken), time.GetUtcNow(), cancellationToken),
            cancellationToken);
        await RefreshAsync(cancellationToken);
        return counts;
    }

    private Task SaveAsync(RecordRetention retention, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = await context.Settings.SingleOrDefaultAsync(setting => setting.Key == SettingRow.AuditRetention, cancellationToken);
                if (row is null)
                    context.Settings.Add(new SettingRow { Key = SettingRow.AuditRetention, Value = retention.ToString() });
                else
                    row.Value = retention.ToString();
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static async Task<RecordRetention> RetentionAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        RecordRetention.Parse((await context.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Key == SettingRow.AuditRetention, cancellationToken))?.Value)
        ?? RecordRetention.Default;
}
