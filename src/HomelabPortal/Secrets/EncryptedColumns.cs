using System.Globalization;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Secrets;

/// <summary>Every column of the model that is marked as encrypted, found by the mark so that none is forgotten.</summary>
internal static class EncryptedColumns
{
    /// <summary>Passes every stored secret through <paramref name="change"/>; the caller saves.</summary>
    public static async Task ChangeAllAsync(PortalDbContext context, Func<string, SecretPlace, string> change, CancellationToken cancellationToken)
    {
        foreach (var (entity, property, table) in Of(context))
        {
            await foreach (var row in ((IQueryable<object>)Rows(context, entity)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var entry = context.Entry(row);
                if (entry.Property(property).CurrentValue is string stored)
                    entry.Property(property).CurrentValue = change(stored, new SecretPlace(table, KeyOf(entry), property));
            }
        }
    }

    public static IEnumerable<(Type Entity, string Property, string Table)> Of(PortalDbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.PropertyInfo?.IsDefined(typeof(EncryptedAttribute), inherit: true) == true
        select (entity.ClrType, property.Name, entity.GetTableName());

    private static string KeyOf(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        string.Join('|', entry.Metadata.FindPrimaryKey()?.Properties.Select(key => Convert.ToString(entry.Property(key.Name).CurrentValue, CultureInfo.InvariantCulture)) ?? []);

    private static object Rows(PortalDbContext context, Type entity) =>
        typeof(DbContext).GetMethod(nameof(DbContext.Set), [])?.MakeGenericMethod(entity).Invoke(context, null)
        ?? throw new InvalidOperationException($"{entity.Name} has no table.");
}
