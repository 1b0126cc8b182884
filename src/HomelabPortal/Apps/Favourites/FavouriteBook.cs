using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Access;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Apps.Favourites;

/// <summary>Which apps each person wants on top. They change nothing of the lab, so they are no act of the audit.</summary>
internal sealed class FavouriteBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    /// <summary>More than anybody looks at; a bound for what a person can store.</summary>
    private const int Most = 200;

    public async Task<ImmutableHashSet<string>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (KeyOf(actor) is not { } key)
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Parse((await context.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken))?.Value);
    }

    /// <summary>Marks one app or takes the mark away, and returns all that are marked then.</summary>
    public async Task<ImmutableHashSet<string>> SetAsync(Actor actor, string app, bool isFavourite, CancellationToken cancellationToken)
    {
        if (KeyOf(actor) is not { } key)
            return [];
        return await writer.WriteAsync(
            async context =>
            {
                var row = await context.Settings.SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken);
                var kept = Parse(row?.Value);
                kept = !isFavourite ? kept.Remove(app) : kept.Count < Most ? kept.Add(app) : kept;
                var text = JsonSerializer.Serialize(kept.Order(StringComparer.Ordinal));
                if (row is null)
                    context.Settings.Add(new SettingRow { Key = key, Value = text });
                else
                    row.Value = text;
                await context.SaveChangesAsync(cancellationToken);
                return kept;
            },
            cancellationToken);
    }

    private static string? KeyOf(Actor actor) => actor.AccountId is { } account ? SettingRow.Favourites + account : null;

    /// <summary>What cannot be read is as if it was never marked.</summary>
    private static ImmutableHashSet<string> Parse(string? text)
    {
        try
        {
            return text is null ? [] : [.. (JsonSerializer.Deserialize<string?[]>(text) ?? []).OfType<string>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
