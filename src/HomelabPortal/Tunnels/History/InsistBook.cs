using System.Collections.Concurrent;
using System.Globalization;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tunnels.History;

/// <summary>Keeps when a person last insisted on the rules of a tunnel: that decision outlives a restart, as the dispute does.</summary>
internal sealed class InsistBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset?> _known = new(StringComparer.Ordinal);

    public async Task InsistAsync(string tunnelId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await writer.WriteAsync(context => PutAsync(context, KeyOf(tunnelId), now.ToString("O", CultureInfo.InvariantCulture), cancellationToken), cancellationToken);
        _known[tunnelId] = now;
    }

    public async Task<DateTimeOffset?> FindAsync(string tunnelId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(tunnelId, out var known))
            return known;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = KeyOf(tunnelId);
        var row = await context.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken);
        // Somebody may have insisted meanwhile; that is newer than what was read.
        return _known.GetOrAdd(tunnelId, Parse(row?.Value));
    }

    private static async Task<int> PutAsync(PortalDbContext context, string key, string value, CancellationToken cancellationToken)
    {
        if (await context.Settings.FindAsync([key], cancellationToken) is { } row)
            row.Value = value;
        else
            context.Settings.Add(new SettingRow { Key = key, Value = value });
        return await context.SaveChangesAsync(cancellationToken);
    }

    private static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;

    private static string KeyOf(string tunnelId) => SettingRow.InsistedOn + tunnelId;
}
