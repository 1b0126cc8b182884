using System.Collections.Immutable;
using System.Security.Cryptography;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Secrets;

/// <summary>
/// The keys that encrypt rows, opened by the master key at start.
/// The one with the highest id is the current one, and names the key ring of the cookies too: a new data key is a new ring.
/// </summary>
internal sealed class DataKeys(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, MasterKeys master, TimeProvider time)
{
    private const int KeySize = 32;
    private ImmutableSortedDictionary<int, byte[]> _keys = ImmutableSortedDictionary<int, byte[]>.Empty;

    public int CurrentId => _keys.Count == 0 ? throw new InvalidOperationException("The data keys are not loaded yet.") : _keys.Keys.Last();

    public byte[] Current => _keys[CurrentId];

    public byte[]? Find(int id) => _keys.GetValueOrDefault(id);

    /// <summary>Opens the keys of the database; an empty one gets its first.</summary>
    /// <exception cref="StartupException">A key needs a master key that is not there, or was changed.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(cancellationToken);
        var opened = rows.ToImmutableSortedDictionary(row => row.Id, Open);
        master.Save();
        _keys = opened.IsEmpty ? await MakeFirstAsync(cancellationToken) : opened;
    }

    /// <summary>A new key and its row, not stored yet. It opens at once; it becomes the current one with <see cref="Keep"/>.</summary>
    public (DataKeyRow Row, byte[] Key) Make(int id)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var row = new DataKeyRow
        {
            Id = id,
            MasterKeyId = master.Current.Id,
            Wrapped = master.Current.Seal(key, ContextOf(id)),
            CreatedAtTicks = time.GetUtcNow().UtcTicks,
        };
        return (row, key);
    }

    /// <summary>From now on this is the only key; call when that was committed.</summary>
    public void Keep(int id, byte[] key) => _keys = ImmutableSortedDictionary<int, byte[]>.Empty.Add(id, key);

    private async Task<List<DataKeyRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DataKeys.AsNoTracking().ToListAsync(cancellationToken);
    }

    private byte[] Open(DataKeyRow row)
    {
        var key = master.Find(row.MasterKeyId) ?? throw master.Missing("The database", row.MasterKeyId);
        try
        {
            return key.Open(row.Wrapped, ContextOf(row.Id));
        }
        catch (CryptographicException)
        {
            throw new StartupException($"The data key {row.Id} in the database was changed or damaged: the master key {key.Id} does not open it. Put back a backup.");
        }
    }

    private async Task<ImmutableSortedDictionary<int, byte[]>> MakeFirstAsync(CancellationToken cancellationToken)
    {
        var (row, key) = Make(1);
        await writer.WriteAsync(
            context =>
            {
                context.DataKeys.Add(row);
                return context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return ImmutableSortedDictionary<int, byte[]>.Empty.Add(row.Id, key);
    }

    private static string ContextOf(int id) => $"v1|data key|{id}";
}
