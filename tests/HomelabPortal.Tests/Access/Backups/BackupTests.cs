using System.Security.Cryptography;
using HomelabPortal.Access.Backups;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Backups;

public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _time = new(_now);
    private readonly PortalDatabase _database = new();
    private readonly DataDirectory _directory;
    private readonly BackupFolder _folder;
    private readonly BackupMaker _maker;

    public BackupTests()
    {
        _directory = DataDirectory.Open(_database.Folder);
        _folder = new BackupFolder(_directory);
        _maker = new BackupMaker(_database, _folder, _time);
    }

    public void Dispose()
    {
        _maker.Dispose();
        _directory.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task MakeAsync_WhatWasCommitted_IsInTheCopyWithItsHashBesideIt()
    {
        await _database.StartAsync();

        var made = await _maker.MakeAsync(CancellationToken.None);

        var path = _folder.FindPath(made.Name) ?? "";
        Assert.Equal(made.Sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))));
        Assert.Equal($"{made.Sha256}  {made.Name}\n", await File.ReadAllTextAsync(path + ".sha256"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var restored = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
        File.Copy(path, Path.Combine(restored, "portal.db"));
        using var copy = new PortalDatabase(restored);
        await using var context = copy.CreateDbContext();
        Assert.Equal("testtest", (await context.Settings.SingleAsync(row => row.Key == "instance")).Value);
    }

    [Fact]
    public async Task MakeAsync_Twenty_KeepsTheLastFourteen()
    {
        await _database.StartAsync();
        for (var day = 0; day < 20; day++)
        {
            await _maker.MakeAsync(CancellationToken.None);
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(BackupFolder.Kept, _folder.List().Length);
        Assert.Equal(_now.AddDays(19), _folder.List()[0].At);
        Assert.Equal(BackupFolder.Kept * 2, Directory.GetFiles(Path.Combine(_database.Folder, "backups")).Length);
    }

    [Fact]
    public async Task MakeAsync_DamagedDatabase_MakesNone()
    {
        await _database.StartAsync();
        await using (var context = _database.CreateDbContext())
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; INSERT INTO AccountPasskeys (CredentialId, UserId, Data) VALUES (x'01', 'nobody', '{{}}')");

        var fault = await Assert.ThrowsAsync<BackupException>(() => _maker.MakeAsync(CancellationToken.None));

        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.List());
    }

    [Theory]
    [InlineData("../portal.db")]
    [InlineData("..%2fportal.db")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("portal-20261121-120000.db.sha256")]
    [InlineData("new.tmp")]
    public async Task FindPath_WhatIsNoCopy_FindsNothing(string name)
    {
        await _database.StartAsync();
        await _maker.MakeAsync(CancellationToken.None);

        Assert.Null(_folder.FindPath(name));
    }
}
