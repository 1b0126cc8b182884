using HomelabPortal.Benchmarks;
using HomelabPortal.Simulator;
using Microsoft.Playwright;

var options = BenchOptions.Parse(args);
var report = new Report(options, Machine.Describe());
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

if (options.IsCallsOnly)
{
    await new ManyExposures(options, report).RunAsync(stop.Token);
    Console.WriteLine(report);
    return 0;
}

await using var lab = await SimulatedLab.StartAsync(
    new SimulatedLabOptions { Content = LabContent.Fleet(options.Nodes, options.Pods), Lives = false }, stop.Token);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("HOMELAB_TEST_CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
await new Scenarios(options, lab, browser, report).RunAsync(stop.Token);
Console.WriteLine(report);
return 0;
