using System.Collections.Concurrent;
using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.Benchmarks;

/// <summary>The measurements, one after the other, each adding its rows to the report.</summary>
internal sealed class Scenarios(BenchOptions options, SimulatedLab lab, IBrowser browser, Report report)
{
    private static readonly int[] _rates = [10, 50, 200];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var under = new PortalUnderTest(options.Portal, lab);
        var (portal, admin) = await StartUpAsync(under, cancellationToken);
        await using (portal)
        using (admin)
        {
            await FirstLoadAsync(admin);
            foreach (var rate in _rates)
                await ChurnAsync(portal, admin, rate, cancellationToken);
            await new Viewers(options, lab, browser, report).RunAsync(portal, admin, cancellationToken);
            if (options.Soak > TimeSpan.Zero)
                await new Soak(options, lab, browser, report).RunAsync(portal, admin, cancellationToken);
        }

        await MemoryAsync(under, cancellationToken);
        if (options.Exposures > 0)
            await new ManyExposures(options, report).RunAsync(cancellationToken);
    }

    /// <summary>Starts the portal several times; the last one stays.</summary>
    private async Task<(PortalProcess Portal, PortalPerson Admin)> StartUpAsync(PortalUnderTest under, CancellationToken cancellationToken)
    {
        var (ready, pods) = (new List<double>(), new List<double>());
        (PortalProcess Portal, PortalPerson Admin)? last = null;
        for (var start = 0; start < options.Starts; start++)
        {
            if (last is { } before)
            {
                before.Admin.Dispose();
                await before.Portal.DisposeAsync();
            }

            var started = await under.StartAsync(cancellationToken);
            last = (started.Portal, started.Admin);
            ready.Add(started.Ready);
            pods.Add(started.Pods);
        }

        report.Times("process start → ready", new Percentiles(ready));
        report.Times("process start → all pods listed and on the page", new Percentiles(pods));
        return last!.Value;
    }

    private async Task FirstLoadAsync(PortalPerson admin)
    {
        var (cold, paint, warm) = (new List<double>(), new List<double>(), new List<double>());
        for (var visit = 0; visit < options.Starts; visit++)
        {
            await using var page = await PodsPage.OpenAsync(browser, admin);
            cold.Add(page.FirstPodAt);
            paint.Add(await page.FirstPaintAsync());
            await page.SettleAsync();
            if (visit == 0)
                report.FirstLoad(page.Bytes, page.SocketBytes, page.Requests);
            warm.Add(await page.LoadAsync());
        }

        report.Times("navigation → first paint, cold browser", new Percentiles(paint));
        report.Times("navigation → pods visible, cold browser", new Percentiles(cold));
        report.Times("navigation → pods visible, warm browser", new Percentiles(warm));
    }

    private async Task ChurnAsync(PortalProcess portal, PortalPerson admin, int rate, CancellationToken cancellationToken)
    {
        using var api = new FleetApi(lab.Kubernetes);
        await using var page = await PodsPage.OpenAsync(browser, admin);
        await page.SettleAsync();
        var pods = (await page.PodsOnScreenAsync()).Take(10).ToArray();
        if (pods.Length == 0)
            throw new InvalidOperationException("No pod is on the screen.");

        var raw = new ConcurrentDictionary<int, long>();
        var isOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = api.WatchAsync(raw, isOpen, stop.Token);
        await isOpen.Task.WaitAsync(cancellationToken);

        var stamp = new Stamp();
        var processor = Machine.ProcessorTime(portal.ProcessId);
        var socketBytes = page.SocketBytes;
        var sent = await api.ChurnAsync(pods, rate, options.Churn, stamp, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        processor = Machine.ProcessorTime(portal.ProcessId) - processor;
        socketBytes = page.SocketBytes - socketBytes;
        await stop.CancelAsync();
        await watching;

        report.Churn(new ChurnResult(
            rate, sent.Count, Sent.Delays(sent, raw, stamp.Zero), Sent.Delays(sent, await page.SeenAsync(), stamp.Zero),
            processor * 60 / options.Churn.TotalSeconds, socketBytes / 1000.0 * 60 / options.Churn.TotalSeconds));
    }

    /// <summary>A fresh process, so that nothing of the other measurements counts.</summary>
    private async Task MemoryAsync(PortalUnderTest under, CancellationToken cancellationToken)
    {
        var (portal, admin, _, _) = await under.StartAsync(cancellationToken);
        await using (portal)
        using (admin)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, cancellationToken);
            report.Memory("resident memory, idle", Machine.Memory(portal.ProcessId));
            var pages = new List<PodsPage>();
            for (var circuit = 0; circuit < options.Circuits; circuit++)
            {
                pages.Add(await PodsPage.OpenAsync(browser, admin));
                await pages[^1].SettleAsync();
            }

            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
            report.Memory($"resident memory, {options.Circuits} circuits on the pods page", Machine.Memory(portal.ProcessId));
            foreach (var page in pages)
                await page.DisposeAsync();
        }
    }
}
