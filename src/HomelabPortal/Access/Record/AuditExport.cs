using System.Text;
using System.Text.Json;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Record;

/// <summary>Writes the audit out line by line, in small readings, so that a slow reader holds no transaction open.</summary>
internal sealed class AuditExport(IDbContextFactory<PortalDbContext> contexts, RecordMasks masks)
{
    private const int Batch = 500;

    public async Task WriteAsync(AuditExportRequest request, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        if (request.IsCsv)
            await writer.WriteLineAsync(AuditExportLine.CsvHeader);
        var last = 0L;
        while (true)
        {
            var lines = await ReadAsync(request, last, cancellationToken);
            foreach (var line in lines)
                await writer.WriteLineAsync((request.IsCsv ? line.ToCsv() : JsonSerializer.Serialize(line, AuditExportJson.Default.AuditExportLine)).AsMemory(), cancellationToken);
            await writer.FlushAsync(cancellationToken);
            if (lines.Count < Batch)
                return;
            last = lines[^1].Id;
        }
    }

    private async Task<List<AuditExportLine>> ReadAsync(AuditExportRequest request, long after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (from, to) = (request.From.UtcTicks, request.To.UtcTicks);
        var rows = await context.Audit.AsNoTracking().Where(row => row.Id > after && row.AtTicks >= from && row.AtTicks < to)
            .OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var outcomes = await context.AuditOutcomes.AsNoTracking().Where(row => ids.Contains(row.AuditId))
            .ToDictionaryAsync(row => row.AuditId, row => row.Outcome, cancellationToken);
        return [.. rows.Select(row => AuditExportLine.Of(row, outcomes.GetValueOrDefault(row.Id), masks))];
    }
}
