using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns.Snapshots;

public sealed class ZoneSnapshotTests
{
    private const string Instance = "inst0001";

    [Fact]
    public async Task Apply_ThatWrites_KeepsTheZoneAsItWasBefore()
    {
        await using var lab = await TargetLab.StartAsync();
        var book = new ZoneSnapshotBook(lab.Database, lab.Database.Writer, TimeProvider.System);

        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10"));
        await lab.ApplyEntriesAsync(EntryPlans.Entry("A", "192.0.2.10"));

        var only = Assert.Single(await book.ListAsync(null, CancellationToken.None));
        Assert.Contains("create A x.cowlab.org", only.Reason, StringComparison.Ordinal);
        var snapshot = await book.FindAsync(only.Id, CancellationToken.None);
        Assert.Equal(lab.Zone.Records.Count - 1, snapshot!.Records.Length);
        Assert.DoesNotContain(snapshot.Records, record => record.Name == "x.cowlab.org");
    }

    [Fact]
    public async Task Take_MoreThanAreKept_ForgetsTheOldest()
    {
        using var database = new PortalDatabase();
        await database.StartAsync();
        var book = new ZoneSnapshotBook(database, database.Writer, TimeProvider.System);

        for (var at = 0; at < ZoneSnapshotBook.Kept + 3; at++)
            await book.TakeAsync("z1", "cowlab.org", [], $"{at}", CancellationToken.None);
        await book.TakeAsync("z2", "other.org", [], "other", CancellationToken.None);

        var kept = await book.ListAsync("z1", CancellationToken.None);
        Assert.Equal(ZoneSnapshotBook.Kept, kept.Count);
        Assert.Equal(("52", "3"), (kept[0].Reason, kept[^1].Reason));
        Assert.Equal(2, (await book.NewestAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public void Restore_ChangedAndRemovedEntries_PutsOnlyThemBack()
    {
        var then = Snapshot(
            Ours("r1", "a.cowlab.org", "192.0.2.1", "dn1"), Ours("r2", "b.cowlab.org", "192.0.2.2", "dn2"), Ours("r3", "c.cowlab.org", "192.0.2.3", "dn3"),
            new LiveRecord("f1", "f.cowlab.org", new DnsValue("A", "10.0.0.1", 1, false)));
        var now = new DnsZone("z1", "cowlab.org", "active", false,
            [Ours("r1", "a.cowlab.org", "192.0.2.1", "dn1"), Ours("r2", "b.cowlab.org", "192.0.2.99", "dn2"), new LiveRecord("f1", "f.cowlab.org", new DnsValue("A", "10.0.0.2", 1, false)), new LiveRecord("n1", "n.cowlab.org", new DnsValue("A", "10.0.0.3", 1, false))]);
        var desired = new DesiredState { Instance = Instance, DnsEntries = [Entry("dn1", "a", "192.0.2.1"), Entry("dn2", "b", "192.0.2.99")] };

        var steps = ZoneRestore.Plan(then, now, desired);

        Assert.Equal(["dn2", "dn3"], steps.Where(step => step.IsEdit).Select(step => step.Entry!.Id).Order());
        Assert.Equal("192.0.2.2", steps.Single(step => step.Entry?.Id == "dn2").Entry!.Content);
        Assert.Equal(["it is not ours and is left as it is now", "it was made since and is left alone"], steps.Where(step => !step.IsEdit).Select(step => step.Why).Order());
    }

    [Fact]
    public void Restore_TheZoneAsItIs_DoesNothing()
    {
        var record = Ours("r1", "a.cowlab.org", "192.0.2.1", "dn1");

        Assert.Empty(ZoneRestore.Plan(Snapshot(record), new DnsZone("z1", "cowlab.org", "active", false, [record]), new DesiredState { Instance = Instance, DnsEntries = [Entry("dn1", "a", "192.0.2.1")] }));
    }

    private static ZoneSnapshot Snapshot(params LiveRecord[] records) => new(1, "z1", "cowlab.org", DateTimeOffset.UnixEpoch, "test", [.. records]);

    private static LiveRecord Ours(string id, string name, string address, string entry) => new(id, name, new DnsValue("A", address, 1, false), $"hlp1:{Instance}:{entry}");

    private static DnsEntry Entry(string id, string name, string address) => new() { Id = id, Name = RecordName.Parse($"{name}.cowlab.org"), Type = "A", Content = address };
}
