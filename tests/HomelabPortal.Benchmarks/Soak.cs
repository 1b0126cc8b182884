using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.Benchmarks;

/// <summary>
/// A long stretch of 50 changes a second: one tab stays, others come and go.
/// The tab that stays must go on showing what changes; a page that is wedged ends the run.
/// </summary>
internal sealed class Soak(BenchOptions options, SimulatedLab lab, IBrowser browser, Report report)
{
    private static readonly TimeSpan _visit = TimeSpan.FromSeconds(10);

    /// <summary>Caches and compiled code grow at first; only what comes later is a leak.</summary>
    private const double WarmUpShare = 0.2;

    public async Task RunAsync(PortalProcess portal, PortalPerson admin, CancellationToken cancellationToken)
    {
        // What changed last is on top, so that every change can be seen.
        await using var stays = await PodsPage.OpenAsync(browser, admin, "?sort=-restarts");
        await stays.SettleAsync();
        lab.Churn(50);
        var (begun, memory, visits) = (TimeProvider.System.GetTimestamp(), new List<(double Minutes, double Own)>(), 0);
        while (TimeProvider.System.GetElapsedTime(begun) is var elapsed && elapsed < options.Soak)
        {
            var before = (await stays.SeenAsync()).Count;
            await using (var passes = await PodsPage.OpenAsync(browser, admin))
                await Task.Delay(_visit, TimeProvider.System, cancellationToken);
            visits++;
            if ((await stays.SeenAsync()).Count == before)
                throw new InvalidOperationException($"After {elapsed.TotalMinutes:0.0} minutes the page that stays shows no changes any more.");
            memory.Add((elapsed.TotalMinutes, Machine.Memory(portal.ProcessId).Own));
        }

        lab.Churn(0);
        report.Soak(options.Soak, Slope([.. memory.Where(point => point.Minutes > options.Soak.TotalMinutes * WarmUpShare)]) * 10, memory[^1].Own, visits);
    }

    /// <summary>Least squares, per minute.</summary>
    private static double Slope(IReadOnlyList<(double Minutes, double Own)> points)
    {
        if (points.Count < 2)
            return 0;
        var (x, y) = (points.Average(point => point.Minutes), points.Average(point => point.Own));
        return points.Sum(point => (point.Minutes - x) * (point.Own - y)) / points.Sum(point => (point.Minutes - x) * (point.Minutes - x));
    }
}
