using HomelabPortal.Storage;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Desired;

public sealed class DatabaseMigratorTests : IDisposable
{
    private readonly PortalDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task MigrateAsync_NewerDatabase_IsRefusedAndUntouched()
    {
        await _database.StartAsync();
        await using (var context = _database.CreateDbContext())
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");

        var fault = await Assert.ThrowsAsync<StartupException>(MigrateAsync);

        Assert.Contains("newer portal", fault.Message, StringComparison.Ordinal);
        Assert.Contains("FromTheFuture", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_NotADatabase_SaysWhichFileAndWhatToDo()
    {
        await File.WriteAllTextAsync(_database.File, new string('x', 5000));

        var fault = await Assert.ThrowsAsync<StartupException>(MigrateAsync);

        Assert.Contains(_database.File, fault.Message, StringComparison.Ordinal);
        Assert.Contains("backups", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_UpToDate_MakesNoBackup()
    {
        await _database.StartAsync();

        await MigrateAsync();

        Assert.False(Directory.Exists(Path.Combine(_database.Folder, "backups")));
    }

    [Fact]
    public async Task MigrateAsync_KilledWhileMigratingBefore_GoesOn()
    {
        await using (var context = _database.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        }

        await MigrateAsync().WaitAsync(TimeSpan.FromSeconds(30));

        await using var migrated = _database.CreateDbContext();
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void Open_SecondPortalOnTheSameFolder_IsRefused()
    {
        using var first = DataDirectory.Open(_database.Folder);

        Assert.Contains("another portal", Assert.Throws<StartupException>(() => DataDirectory.Open(_database.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileSystemOf_NestedMounts_TakesTheInnermost()
    {
        string[] mounts =
        [
            "25 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw",
            "90 25 0:45 / /mnt/nas rw,relatime shared:2 - nfs4 nas:/export rw",
        ];

        Assert.Equal("nfs4", DataDirectory.FileSystemOf("/mnt/nas/portal", mounts));
        Assert.Equal("ext4", DataDirectory.FileSystemOf("/mnt/nasty", mounts));
    }

    private async Task MigrateAsync()
    {
        using var directory = DataDirectory.Open(_database.Folder);
        await new DatabaseMigrator(_database, directory, TimeProvider.System).MigrateAsync(CancellationToken.None);
    }
}
