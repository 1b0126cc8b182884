using HomelabPortal.Tests.Desired;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Record;

/// <summary>SQLite itself refuses to change what was recorded, whatever SQL it is given.</summary>
public sealed class AppendOnlyTests : IAsyncLifetime
{
    private readonly PortalDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.StartAsync();
        await RunAsync("INSERT INTO Audit (Id, AtTicks, Actor, Act, SubjectKind, SubjectId) VALUES (1, 100, 'anna', 'Sign in', '', ''), (2, 200, 'anna', 'Expose', '', '')");
        await RunAsync("INSERT INTO AuditOutcomes (AuditId, AtTicks, Outcome) VALUES (1, 101, 'done'), (2, 201, 'done')");
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("UPDATE Audit SET Actor = 'nobody' WHERE Id = 1")]
    [InlineData("UPDATE Audit SET Outcome = 'done'")]
    [InlineData("DELETE FROM Audit")]
    [InlineData("DELETE FROM Audit WHERE Id = 2")]
    [InlineData("INSERT OR REPLACE INTO Audit (Id, AtTicks, Actor, Act, SubjectKind, SubjectId) VALUES (1, 100, 'nobody', 'Nothing', '', '')")]
    [InlineData("REPLACE INTO AuditOutcomes (AuditId, AtTicks, Outcome) VALUES (1, 101, 'nothing')")]
    [InlineData("UPDATE AuditOutcomes SET Outcome = 'nothing'")]
    [InlineData("DELETE FROM AuditOutcomes WHERE AuditId = 1")]
    public async Task Sql_ThatTakesSomethingBack_IsRefused(string sql)
    {
        await Assert.ThrowsAsync<SqliteException>(() => RunAsync(sql));

        await using var context = _database.CreateDbContext();
        Assert.Equal(["anna", "anna"], await context.Audit.Select(row => row.Actor).ToListAsync());
        Assert.Equal(2, await context.AuditOutcomes.CountAsync(row => row.Outcome == "done"));
    }

    [Fact]
    public async Task Delete_BeforeTheHorizon_IsAllowedAndNothingElse()
    {
        await RunAsync("INSERT INTO Settings (Key, Value) VALUES ('audit.horizon', '150')");

        await RunAsync("DELETE FROM Audit WHERE AtTicks < 150");
        await RunAsync("DELETE FROM AuditOutcomes WHERE AuditId = 1");

        await Assert.ThrowsAsync<SqliteException>(() => RunAsync("DELETE FROM Audit"));
        await Assert.ThrowsAsync<SqliteException>(() => RunAsync("DELETE FROM AuditOutcomes"));
        await using var context = _database.CreateDbContext();
        Assert.Equal(2, (await context.Audit.SingleAsync()).Id);
    }

    [Theory]
    [InlineData("UPDATE Settings SET Value = '149' WHERE Key = 'audit.horizon'")]
    [InlineData("UPDATE Settings SET Value = '' WHERE Key = 'audit.horizon'")]
    [InlineData("UPDATE Settings SET Key = 'other' WHERE Key = 'audit.horizon'")]
    [InlineData("DELETE FROM Settings")]
    [InlineData("INSERT OR REPLACE INTO Settings (Key, Value) VALUES ('audit.horizon', '1')")]
    public async Task Horizon_TakenBack_IsRefused(string sql)
    {
        await RunAsync("INSERT INTO Settings (Key, Value) VALUES ('audit.horizon', '150')");

        await Assert.ThrowsAsync<SqliteException>(() => RunAsync(sql));

        await RunAsync("UPDATE Settings SET Value = '151' WHERE Key = 'audit.horizon'");
    }

    [Fact]
    public async Task Triggers_AfterAllMigrations_AreStillThere()
    {
        await using var context = _database.CreateDbContext();

        Assert.Equal(9, await context.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'Audit%'").SingleAsync());
    }

    private async Task RunAsync(string sql)
    {
        await using var context = _database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
