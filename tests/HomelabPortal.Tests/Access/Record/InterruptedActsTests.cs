using HomelabPortal.Access;
using HomelabPortal.Access.Record;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Record;

public sealed class InterruptedActsTests
{
    [Fact]
    public async Task Start_AfterAnActWasCutOff_SaysSoInItsOutcome()
    {
        using var world = await RecordWorld.StartAsync();
        var cut = await world.Audit.BeginAsync("Restart Deployment media/sonarr", new Actor("anna"), CancellationToken.None);

        await StartAsync(world);

        Assert.Equal([(cut, InterruptedActs.Outcome)], await OutcomesAsync(world));
    }

    [Fact]
    public async Task Start_WithActsThatCameOut_LeavesThemAlone()
    {
        using var world = await RecordWorld.StartAsync();
        var ended = await world.Audit.BeginAsync("Restart Deployment media/sonarr", new Actor("anna"), CancellationToken.None);
        await world.Audit.EndAsync(ended, "done", CancellationToken.None);
        await world.Audit.RecordAsync("Sign in", new Actor("anna"), "done", CancellationToken.None);
        await world.Database.Writer.WriteAsync(
            context =>
            {
                context.Audit.Add(new AuditRow { AtTicks = 1, Actor = "anna", Act = "Expose sonarr", SubjectKind = "exposure", Revision = 4 });
                return context.SaveChangesAsync();
            },
            CancellationToken.None);

        await StartAsync(world);

        Assert.Equal([(ended, "done")], await OutcomesAsync(world));
    }

    [Fact]
    public async Task Start_Again_AddsNothingMore()
    {
        using var world = await RecordWorld.StartAsync();
        await world.Audit.BeginAsync("Drain node2", new Actor("anna"), CancellationToken.None);
        await StartAsync(world);

        await StartAsync(world);

        Assert.Single(await OutcomesAsync(world));
    }

    private static Task StartAsync(RecordWorld world) =>
        new InterruptedActs(world.Database.Writer, world.Time, NullLogger<InterruptedActs>.Instance).StartAsync(CancellationToken.None);

    private static async Task<List<(long, string)>> OutcomesAsync(RecordWorld world)
    {
        await using var context = world.Database.CreateDbContext();
        return await context.AuditOutcomes.OrderBy(row => row.AuditId).Select(row => new ValueTuple<long, string>(row.AuditId, row.Outcome)).ToListAsync();
    }
}
