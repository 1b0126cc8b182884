using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Record;

/// <summary>
/// Before the portal answers its first request: acts that were begun and never came out were cut off by its end, and the record says so.
/// Whether such an act took effect cannot be known from here, so nothing is repeated and nothing taken back.
/// </summary>
internal sealed partial class InterruptedActs(DatabaseWriter writer, TimeProvider time, ILogger<InterruptedActs> logger) : IHostedService
{
    public const string Outcome = "interrupted: the portal stopped before it was known how it came out";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var acts = await writer.WriteAsync(context => CloseAsync(context, cancellationToken), cancellationToken);
        foreach (var act in acts)
            Log.Interrupted(logger, act);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<List<string>> CloseAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        // Edits of what is wanted are done with their row; only other acts have an outcome of their own.
        var open = await context.Audit.AsNoTracking()
            .Where(row => row.Outcome == null && row.Revision == null && !context.AuditOutcomes.Any(outcome => outcome.AuditId == row.Id))
            .ToListAsync(cancellationToken);
        context.AuditOutcomes.AddRange(open.Select(row => new AuditOutcomeRow { AuditId = row.Id, AtTicks = time.GetUtcNow().UtcTicks, Outcome = Outcome }));
        await context.SaveChangesAsync(cancellationToken);
        return open.ConvertAll(row => row.Act);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An act was cut off when the portal stopped, and may or may not have taken effect: {Act}")]
        public static partial void Interrupted(ILogger logger, string act);
    }
}
