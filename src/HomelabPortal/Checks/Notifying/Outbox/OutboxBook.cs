using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>The stored outbox, and the newest of it for pages.</summary>
internal sealed class OutboxBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, Live<OutboxState> live)
{
    private const int Shown = 200;

    public bool IsPublished => live.Current.AsOf is not null;

    public async Task<IReadOnlyList<NotificationRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Notifications.AsNoTracking().Where(row => row.State == NotificationRow.Waiting).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Changes rows that still wait.</summary>
    public Task ChangeAsync(IReadOnlyCollection<long> ids, Action<NotificationRow> change, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            foreach (var row in await context.Notifications.Where(row => ids.Contains(row.Id) && row.State == NotificationRow.Waiting).ToListAsync(cancellationToken))
                change(row);
            return await context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public Task AddAsync(NotificationRow row, CancellationToken cancellationToken) => writer.WriteAsync(
        context =>
        {
            context.Notifications.Add(row);
            return context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Notifications.AsNoTracking().OrderByDescending(row => row.Id).Take(Shown).ToListAsync(cancellationToken);
        var state = new OutboxState([.. rows.Select(EntryOf)]);
        if (live.Current.AsOf is null || state != live.Current.Value)
            live.Publish(state);
    }

    private static OutboxEntry EntryOf(NotificationRow row) => new(
        row.Id, row.ChannelId, row.ChannelName, row.Kind, row.CheckId, row.CheckName, row.Words, OutboxRows.At(row.AtTicks), OutboxPhases.Of(row), OutboxRows.At(row.DueTicks), row.Attempts,
        row.TriedAtTicks is { } tried ? OutboxRows.At(tried) : null, row.Fault);
}
