using System.Text.Json;
using System.Text.Json.Serialization;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Trace.Watching;

/// <summary>Keeps what requests last passed across restarts.</summary>
internal sealed class PassedBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    public async Task<Dictionary<string, PassedTrace>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Parse((await context.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Key == SettingRow.PassedTraces, cancellationToken))?.Value);
    }

    public Task WriteAsync(IReadOnlyDictionary<string, PassedTrace> passed, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            var text = JsonSerializer.Serialize(passed, _json);
            if (await context.Settings.SingleOrDefaultAsync(row => row.Key == SettingRow.PassedTraces, cancellationToken) is { } row)
                row.Value = text;
            else
                context.Settings.Add(new SettingRow { Key = SettingRow.PassedTraces, Value = text });
            return await context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>What another version wrote and this one cannot read is as if nothing was known.</summary>
    private static Dictionary<string, PassedTrace> Parse(string? text)
    {
        try
        {
            var read = text is null ? null : JsonSerializer.Deserialize<Dictionary<string, PassedTrace?>>(text, _json);
            return read?.Where(name => name.Value is { Stations.IsDefault: false }).ToDictionary(name => name.Key, name => name.Value!) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
