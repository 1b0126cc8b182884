using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Record;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Access.Record;

public sealed class RecordBookTests
{
    [Fact]
    public async Task Prune_ByDefault_KeepsAYearAndSaysWhatWent()
    {
        using var world = await RecordWorld.StartAsync();
        await world.ActAsync(366, "too old");
        await world.ActAsync(364, "kept");

        await world.Book.PruneAsync(CancellationToken.None);

        Assert.Equal(["kept", "Delete what has served its time"], await world.ActsAsync());
        await using var context = world.Database.CreateDbContext();
        Assert.Equal(1, await context.AuditOutcomes.CountAsync());
        Assert.StartsWith("1 acts", (await context.Audit.OrderBy(row => row.Id).LastAsync()).Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prune_NothingOld_WritesNothing()
    {
        using var world = await RecordWorld.StartAsync();
        await world.ActAsync(1, "kept");

        await world.Book.PruneAsync(CancellationToken.None);
        await world.Book.PruneAsync(CancellationToken.None);

        Assert.Equal(["kept"], await world.ActsAsync());
    }

    [Fact]
    public async Task Prune_Forever_KeepsEverything()
    {
        using var world = await RecordWorld.StartAsync();
        await world.ActAsync(5000, "ancient");
        await world.Book.ChangeRetentionAsync(new RecordRetention(null), Actor.Portal, CancellationToken.None);

        await world.Book.PruneAsync(CancellationToken.None);

        Assert.Equal(["ancient", "Keep the audit for ever"], await world.ActsAsync());
        Assert.Null(world.State.Current.Value.Retention.Days);
    }

    [Fact]
    public async Task Prune_AfterTheClockWasSetBack_DeletesNothingYounger()
    {
        using var world = await RecordWorld.StartAsync();
        await world.Book.ChangeRetentionAsync(new RecordRetention(30), Actor.Portal, CancellationToken.None);
        await world.Book.PruneAsync(CancellationToken.None);
        await world.ActAsync(20, "kept");
        await world.Book.ChangeRetentionAsync(new RecordRetention(3650), Actor.Portal, CancellationToken.None);

        var counts = await world.Book.PruneAsync(CancellationToken.None);

        Assert.Equal(0, counts.Acts);
        Assert.Contains("kept", await world.ActsAsync());
    }

    [Fact]
    public async Task Prune_EndedThings_GoWhenTheirTimeIsOverAndOpenOnesStay()
    {
        using var world = await RecordWorld.StartAsync();
        await world.Database.Writer.WriteAsync(
            context =>
            {
                context.Sessions.AddRange(Session("ended long ago", 40, 39), Session("ended", 10, 9), Session("expired long ago", 40, null), Session("open", 0, null));
                context.Plans.AddRange(Plan(1, 100), Plan(2, 100), Plan(3, 80));
                context.Journal.AddRange(Entry(1, 1, isOpen: false), Entry(2, 2, isOpen: true), Entry(3, 3, isOpen: false));
                context.Idempotency.AddRange(Answer("old", 8), Answer("new", 1));
                context.Invitations.AddRange(Invitation("used", 60), Invitation("fresh", 0));
                return context.SaveChangesAsync();
            },
            CancellationToken.None);

        var counts = await world.Book.PruneAsync(CancellationToken.None);

        Assert.Equal(new PruneCounts(0, 1, 3, 1), counts);
        await using var context = world.Database.CreateDbContext();
        Assert.Equal(["ended", "open"], await context.Sessions.Select(row => row.Id).OrderBy(id => id).ToListAsync());
        Assert.Equal([2L, 3L], await context.Journal.Select(row => row.Id).OrderBy(id => id).ToListAsync());
        Assert.Equal("new", (await context.Idempotency.SingleAsync()).Key);
        Assert.StartsWith("fresh", (await context.Invitations.SingleAsync()).Hash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeRetention_ByNobody_IsRefusedAndOnRecord()
    {
        using var world = await RecordWorld.StartAsync();

        var outcome = await world.Book.ChangeRetentionAsync(new RecordRetention(30), new Actor("eve"), CancellationToken.None);

        Assert.Equal(AccessRefusalKind.SignedOut, outcome.Refusal?.Kind);
        Assert.Equal(RecordRetention.Default, world.State.Current.Value.Retention);
        Assert.Equal(["Keep the audit 30 days"], await world.ActsAsync());
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("3650", 3650)]
    [InlineData("forever", null)]
    public void Parse_WithinBounds_IsTaken(string text, int? days) => Assert.Equal(new RecordRetention(days), RecordRetention.Parse(text));

    [Theory]
    [InlineData("29")]
    [InlineData("3651")]
    [InlineData("-365")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("365 days")]
    public void Parse_Otherwise_IsNot(string? text) => Assert.Null(RecordRetention.Parse(text));

    private static long Ago(double days) => RecordWorld.Now.AddDays(-days).UtcTicks;

    private static SessionRow Session(string id, double begun, double? ended) => new()
    {
        Id = id, AccountId = "a", Method = "password", CreatedAtTicks = Ago(begun), ExpiresAtTicks = Ago(begun - 0.5), LastSeenAtTicks = Ago(begun), FreshAtTicks = Ago(begun),
        EndedAtTicks = ended is { } days ? Ago(days) : null,
    };

    private static PlanRow Plan(long id, double daysAgo) => new() { Id = id, AtTicks = Ago(daysAgo), Revision = 1, Text = "", Status = "Done" };

    private static JournalRow Entry(long id, long plan, bool isOpen) => new()
    {
        Id = id, PlanId = plan, Change = "{}", OpenedAtTicks = Ago(100), ClosedAtTicks = isOpen ? null : Ago(100),
    };

    private static IdempotencyRow Answer(string key, double daysAgo) => new() { AccountId = "a", Key = key, RequestHash = "", AtTicks = Ago(daysAgo) };

    private static InvitationRow Invitation(string hash, double daysAgo) => new()
    {
        Hash = hash.PadRight(64, '0'), Role = Role.Viewer, CreatedBy = "anna", CreatedAtTicks = Ago(daysAgo), ExpiresAtTicks = Ago(daysAgo - 1),
    };
}
