using HomelabPortal.Cluster.Metrics.Packing;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Cluster.Metrics.Keeping;

/// <summary>The portal is killed before every single statement of the pass in which slabs become chunks, and minutes become quarters.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task Portal_KilledAtAnyStatement_HasTheSameHistoryAfterwards()
    {
        using var lived = new KeptLab();
        await lived.LiveAsync(70, deployments: 2, cores: minute => minute % 97);
        await lived.StopAsync();
        lived.Clock.Advance(TimeSpan.FromHours(28));
        await lived.LiveAsync(20, deployments: 2, cores: minute => minute);
        await lived.StopAsync();
        // In the pass at this time an hour is over, and six are a day old.
        var now = KeptLab.Start.AddHours(30).AddMinutes(1);

        var expected = await HistoryAsync(lived, now, null) ?? [];
        Assert.Contains(expected, point => point is { Cpu.IsFlat: false });
        var statement = 0;
        while (await HistoryAsync(lived, now, statement) is { } found)
        {
            Assert.Equal(expected, found);
            statement++;
        }

        Assert.InRange(statement, 10, 500);
    }

    /// <returns>Null when everything was done before the statement at which the portal was to be killed.</returns>
    private static async Task<IReadOnlyList<StoredPoint?>?> HistoryAsync(KeptLab lived, DateTimeOffset now, int? killedAt)
    {
        var folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
        File.Copy(Path.Combine(lived.Folder, "portal.db"), Path.Combine(folder, "portal.db"));
        var stop = new StopAfter();
        using var lab = new KeptLab(null, folder, stop) { Clock = new ManualTimeProvider(now) };
        lab.Restart();
        stop.Left = killedAt;
        try
        {
            await lab.PassAsync();
            if (killedAt is not null)
                return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbUpdateException)
        {
            // Killed, as wanted.
        }

        stop.Left = null;
        lab.Restart();
        await lab.PassAsync();
        await using var context = lab.Open();
        Assert.Equal(2, context.MetricBlocks.Count());
        Assert.Empty(context.MetricSlabs);
        return (await lab.ReadAsync("7d")).Points;
    }
}
