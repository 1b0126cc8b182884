using HomelabPortal.Storage;
using HomelabPortal.Activity;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Desired;

public sealed class DesiredStoreTests : IDisposable
{
    private readonly PortalDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task SaveAsync_NewExposure_IsPublishedAuditedAndSignalled()
    {
        var signal = new Signal();
        var store = await _database.StartAsync(signal);

        await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()), "Expose sonarr.cowlab.org", Desire.Owner, null, CancellationToken.None);

        Assert.Equal(Desire.Exposure(), Assert.Single(store.Current.Exposures));
        Assert.Equal(1, store.Current.Revision);
        Assert.True(await signal.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None));
        var audit = Assert.Single(await AuditAsync());
        Assert.Equal("Expose sonarr.cowlab.org", audit.Act);
        Assert.Null(audit.Before);
        Assert.Contains("sonarr.cowlab.org", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_StaleRevision_SavesNothing()
    {
        var store = await _database.StartAsync();
        await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()), "one", Desire.Owner, 0, CancellationToken.None);

        await Assert.ThrowsAsync<DesiredConflictException>(() =>
            store.SaveAsync(new DesiredEdit.RemoveExposure("exposure01"), "two", Desire.Owner, 0, CancellationToken.None));

        Assert.Single(store.Current.Exposures);
        Assert.Single(await AuditAsync());
    }

    [Fact]
    public async Task SaveAsync_HostnameOfAnotherExposure_SavesNothing()
    {
        var store = await _database.StartAsync();
        await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()), "one", Desire.Owner, null, CancellationToken.None);

        await Assert.ThrowsAsync<DesiredConflictException>(() =>
            store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure(id: "exposure02")), "two", Desire.Owner, null, CancellationToken.None));

        Assert.Equal("exposure01", Assert.Single(store.Current.Exposures).Id);
    }

    [Fact]
    public async Task UndoAsync_OfAChange_PutsTheBeforeImageBack()
    {
        var store = await _database.StartAsync();
        var lan = Desire.Exposure();
        await store.SaveAsync(new DesiredEdit.PutExposure(lan), "expose", Desire.Owner, null, CancellationToken.None);
        var tunnel = await store.SaveAsync(
            new DesiredEdit.PutExposure(lan with { Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true }), "tunnel", Desire.Owner, null, CancellationToken.None);

        await store.UndoAsync(tunnel, Desire.Owner, CancellationToken.None);

        Assert.Equal(lan, Assert.Single(store.Current.Exposures));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UndoAsync_WouldMakeANamePublicAgain_IsRefused(bool isRemoval)
    {
        var store = await _database.StartAsync();
        var open = Desire.Exposure(visibility: Visibility.Tunnel);
        await store.SaveAsync(new DesiredEdit.PutExposure(open), "tunnel", Desire.Owner, null, CancellationToken.None);
        DesiredEdit withdraw = isRemoval
            ? new DesiredEdit.RemoveExposure(open.Id)
            : new DesiredEdit.PutExposure(open with { Visibility = Visibility.Lan, IsPublicWithoutLogin = false });
        var withdrawn = await store.SaveAsync(withdraw, "withdraw", Desire.Owner, null, CancellationToken.None);

        var fault = await Assert.ThrowsAsync<DesiredConflictException>(() => store.UndoAsync(withdrawn, Desire.Owner, CancellationToken.None));

        Assert.Contains("public again", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(store.Current.Exposures, exposure => exposure.Visibility == Visibility.Tunnel);
    }

    [Fact]
    public async Task UndoAsync_ChangedAgainSince_IsRefused()
    {
        var store = await _database.StartAsync();
        var first = await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()), "expose", Desire.Owner, null, CancellationToken.None);
        await store.SaveAsync(new DesiredEdit.RemoveExposure("exposure01"), "remove", Desire.Owner, null, CancellationToken.None);

        await Assert.ThrowsAsync<DesiredConflictException>(() => store.UndoAsync(first, Desire.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task StartAsync_SecondTime_ReadsWhatWasSaved()
    {
        var store = await _database.StartAsync(policy: ChangePolicy.Upsert);
        await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()), "expose", Desire.Owner, null, CancellationToken.None);

        var again = await _database.StartAsync(policy: ChangePolicy.Sync);

        Assert.Equal(Desire.Exposure(), Assert.Single(again.Current.Exposures));
        Assert.Equal(ChangePolicy.Upsert, again.Current.Policy);
    }

    [Fact]
    public async Task Connection_IsDurableAndChecksForeignKeys()
    {
        await _database.StartAsync();
        await using var context = _database.CreateDbContext();

        Assert.Equal("wal", await ScalarAsync(context, "SELECT journal_mode AS Value FROM pragma_journal_mode"));
        Assert.Equal("2", await ScalarAsync(context, "SELECT CAST(synchronous AS TEXT) AS Value FROM pragma_synchronous"));
        Assert.Equal("1", await ScalarAsync(context, "SELECT CAST(foreign_keys AS TEXT) AS Value FROM pragma_foreign_keys"));
    }

    private static async Task<string> ScalarAsync(PortalDbContext context, string sql) =>
        await context.Database.SqlQueryRaw<string>(sql).SingleAsync();

    private async Task<IEnumerable<AuditEntry>> AuditAsync() => (await new ActivityReader(_database).ReadAsync(CancellationToken.None)).Audit;
}
