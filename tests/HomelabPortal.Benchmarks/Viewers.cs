using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.Benchmarks;

/// <summary>What further tabs cost while 50 pods change every second, and whether the API notices them.</summary>
internal sealed class Viewers(BenchOptions options, SimulatedLab lab, IBrowser browser, Report report)
{
    private static readonly int[] _tabs = [1, 5, 10];

    public async Task RunAsync(PortalProcess portal, PortalPerson admin, CancellationToken cancellationToken)
    {
        var pages = new List<PodsPage>();
        lab.Faults.Log.Clear();
        lab.Churn(50);
        foreach (var tabs in _tabs)
        {
            while (pages.Count < tabs)
            {
                pages.Add(await PodsPage.OpenAsync(browser, admin));
                await pages[^1].SettleAsync();
            }

            var processor = Machine.ProcessorTime(portal.ProcessId);
            await Task.Delay(options.Churn, TimeProvider.System, cancellationToken);
            processor = Machine.ProcessorTime(portal.ProcessId) - processor;
            report.Viewers(tabs, processor * 60 / options.Churn.TotalSeconds, Machine.Memory(portal.ProcessId).Own);
        }

        lab.Churn(0);
        var reads = lab.Faults.Log.Requests.Where(request => request.PathAndQuery.StartsWith("/api/v1/pods?", StringComparison.Ordinal)).ToList();
        report.Reads("pods", reads.Count(request => request.Verb == "list"), reads.Count(request => request.Verb == "watch"));
        foreach (var page in pages)
            await page.DisposeAsync();
    }
}
