using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tunnels.History;

/// <summary>Keeps every document that was seen, by version: Cloudflare itself keeps none, and a lost rule can only be put back from here.</summary>
internal sealed class TunnelDocumentHistory(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, TimeProvider time)
{
    private const int Kept = 50;
    private readonly ConcurrentDictionary<string, (int Version, bool IsOurs)> _last = new();

    /// <param name="isOurs">The portal wrote it; somebody may have seen and kept it just before this was known.</param>
    public async Task KeepAsync(string tunnelId, int version, JsonObject document, bool isOurs, CancellationToken cancellationToken)
    {
        if (_last.TryGetValue(tunnelId, out var last) && last.Version == version && (last.IsOurs || !isOurs))
            return;
        await writer.WriteAsync(context => KeepAsync(context, tunnelId, version, document, isOurs, cancellationToken), cancellationToken);
        _last[tunnelId] = (version, isOurs);
    }

    /// <summary>The versions of a tunnel that are kept, the newest first.</summary>
    public async Task<ImmutableArray<KeptDocument>> ReadAsync(string tunnelId, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.TunnelDocuments.AsNoTracking().Where(row => row.TunnelId == tunnelId)
            .OrderByDescending(row => row.Version).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(ToRecord)];
    }

    public async Task<KeptDocument?> FindAsync(string tunnelId, int version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.TunnelDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.TunnelId == tunnelId && row.Version == version, cancellationToken);
        return row is null ? null : ToRecord(row);
    }

    private static KeptDocument ToRecord(TunnelDocumentRow row) =>
        new(row.Version, JsonNode.Parse(row.Document) as JsonObject ?? [], new DateTimeOffset(row.SeenAtTicks, TimeSpan.Zero), row.IsOurs);

    private async Task<int> KeepAsync(
        PortalDbContext context, string tunnelId, int version, JsonObject document, bool isOurs, CancellationToken cancellationToken)
    {
        if (await context.TunnelDocuments.SingleOrDefaultAsync(row => row.TunnelId == tunnelId && row.Version == version, cancellationToken) is { } known)
        {
            known.IsOurs |= isOurs;
            return await context.SaveChangesAsync(cancellationToken);
        }

        var old = await context.TunnelDocuments.Where(row => row.TunnelId == tunnelId)
            .OrderByDescending(row => row.Version)
            .Skip(Kept - 1)
            .ToListAsync(cancellationToken);
        context.TunnelDocuments.RemoveRange(old);
        context.TunnelDocuments.Add(new TunnelDocumentRow
        {
            TunnelId = tunnelId, Version = version, Document = document.ToJsonString(), SeenAtTicks = time.GetUtcNow().UtcTicks, IsOurs = isOurs,
        });
        return await context.SaveChangesAsync(cancellationToken);
    }
}
