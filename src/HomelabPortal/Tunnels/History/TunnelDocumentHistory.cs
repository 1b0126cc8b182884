using HomelabPortal.Storage;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tunnels.History;

/// <summary>Keeps every document that was seen, by version: Cloudflare itself keeps none, and a lost rule can only be put back from here.</summary>
internal sealed class TunnelDocumentHistory(DatabaseWriter writer, TimeProvider time)
{
    private const int Kept = 50;
    private (string TunnelId, int Version)? _last;

    public async Task KeepAsync(string tunnelId, int version, JsonObject document, CancellationToken cancellationToken)
    {
        if (_last == (tunnelId, version))
            return;
        await writer.WriteAsync(context => KeepAsync(context, tunnelId, version, document, cancellationToken), cancellationToken);
        _last = (tunnelId, version);
    }

    private async Task<int> KeepAsync(PortalDbContext context, string tunnelId, int version, JsonObject document, CancellationToken cancellationToken)
    {
        if (await context.TunnelDocuments.AnyAsync(row => row.TunnelId == tunnelId && row.Version == version, cancellationToken))
            return 0;
        var old = await context.TunnelDocuments.Where(row => row.TunnelId == tunnelId)
            .OrderByDescending(row => row.Version)
            .Skip(Kept - 1)
            .ToListAsync(cancellationToken);
        context.TunnelDocuments.RemoveRange(old);
        context.TunnelDocuments.Add(new TunnelDocumentRow
        {
            TunnelId = tunnelId, Version = version, Document = document.ToJsonString(), SeenAtTicks = time.GetUtcNow().UtcTicks,
        });
        return await context.SaveChangesAsync(cancellationToken);
    }
}
