using System.Security.Cryptography;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Backups;

/// <summary>Makes one good copy of the database: complete, checked, on disk. What is encrypted in it stays so, and no key is in it.</summary>
internal sealed class BackupMaker(IDbContextFactory<PortalDbContext> contexts, BackupFolder folder, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <exception cref="BackupException">There is no room, or the database is damaged.</exception>
    public async Task<BackupInfo> MakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var temporary = folder.NewTemporary();
            await CopyAsync(temporary, cancellationToken);
            await OnlyLookAsync(temporary, cancellationToken);
            await CheckAsync(temporary, cancellationToken);
            return folder.Take(temporary, time.GetUtcNow(), await HashAsync(temporary, cancellationToken));
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"No copy was made: {fault.Message}");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task CopyAsync(string path, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {path}", cancellationToken);
    }

    /// <summary>
    /// A restored copy only looks, until an admin has read the plan and chosen the policy again:
    /// it may be old, and would put back what was changed or taken off the Internet since.
    /// </summary>
    private static async Task OnlyLookAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE Settings SET Value = 'Observe' WHERE Key = '{SettingRow.Policy}'";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        foreach (var (check, good) in ((string, string?)[])[("PRAGMA integrity_check", "ok"), ("PRAGMA foreign_key_check", null)])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = check;
            if (await command.ExecuteScalarAsync(cancellationToken) as string != good)
                throw new BackupException("The copy is damaged, so the database is probably too. Look at the disk, and keep the older copies.");
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash);
    }
}
