using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Record;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Record;

/// <summary>The record of a portal at a time that the test decides.</summary>
internal sealed class RecordWorld : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private RecordWorld()
    {
        var access = new Live<AccessState>(AccessState.Empty, Time);
        Audit = new AuditLog(Database.Writer, Time);
        Runner = new ActionRunner(new AuthorityCheck(access, Time), Audit, NullLogger<ActionRunner>.Instance);
        Book = new RecordBook(Database, Database.Writer, new AccessStore(Database, Database.Writer, access), Runner, State, Time);
        Export = new AuditExport(Database, new RecordMasks([]));
    }

    public ManualTimeProvider Time { get; } = new(Now);

    public PortalDatabase Database { get; } = new();

    public AuditLog Audit { get; }

    public ActionRunner Runner { get; }

    public RecordBook Book { get; }

    public AuditExport Export { get; }

    public Live<RecordState> State { get; } = new(RecordState.Empty, TimeProvider.System);

    public static async Task<RecordWorld> StartAsync()
    {
        var world = new RecordWorld();
        await world.Database.StartAsync();
        return world;
    }

    /// <summary>Puts an act of some days ago on record, with its outcome.</summary>
    public Task<long> ActAsync(double daysAgo, string act = "Sign in", string actor = "anna") => Database.Writer.WriteAsync(
        async context =>
        {
            var at = Now.AddDays(-daysAgo).UtcTicks;
            var row = new AuditRow { AtTicks = at, Actor = actor, Act = act };
            context.Audit.Add(row);
            await context.SaveChangesAsync();
            context.AuditOutcomes.Add(new AuditOutcomeRow { AuditId = row.Id, AtTicks = at, Outcome = "done" });
            await context.SaveChangesAsync();
            return row.Id;
        },
        CancellationToken.None);

    public async Task<List<string>> ActsAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Act).ToListAsync();
    }

    public void Dispose() => Database.Dispose();
}
