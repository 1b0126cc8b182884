using System.Globalization;
using System.Text;

namespace HomelabPortal.Benchmarks;

/// <summary>The figures as Markdown, ready for docs/benchmarks.md.</summary>
internal sealed class Report(BenchOptions options, string machine)
{
    private readonly StringBuilder _figures = new();
    private readonly StringBuilder _churn = new();

    public void Times(string what, Percentiles times) => Figure(what, $"{times.Median:0} ms", $"{times.Spread} ms in {times.Count} runs");

    public void Memory(string what, (double Resident, double Own) mebibytes) =>
        Figure(what, $"{mebibytes.Resident:0} MiB", $"{mebibytes.Own:0} MiB of it its own, the rest program files");

    public void FirstLoad(long bytes, long socketBytes, int requests) =>
        Figure("first load over the wire", $"{bytes / 1000.0:0} kB", $"{requests} requests; then {socketBytes / 1000.0:0} kB of web socket messages before compression");

    public void Churn(ChurnResult result)
    {
        var missing = result.Sent - result.Shown.Count;
        _churn.AppendLine(CultureInfo.InvariantCulture,
            $"| {result.Rate} | {result.Raw} | {result.Shown} | {missing} of {result.Sent} | {result.ProcessorPerMinute:0.0} | {result.SocketPerMinute:0} |");
    }

    public override string ToString() =>
        $"""
        Machine: {machine}.
        Content: {options.Nodes} nodes and {options.Pods:N0} pods from the simulator, which runs on the same machine, as does the browser.

        | measured | median | spread |
        |---|---|---|
        {_figures}
        | changes a second | plain watch p50 / p95, ms | on screen p50 / p95, ms | never shown | portal CPU s/min | to the browser kB/min before compression |
        |---|---|---|---|---|---|
        {_churn}
        """;

    private void Figure(string what, string value, string note) => _figures.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {value} | {note} |");
}
