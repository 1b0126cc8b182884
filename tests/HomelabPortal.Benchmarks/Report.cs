using System.Globalization;
using System.Text;

namespace HomelabPortal.Benchmarks;

/// <summary>The figures as Markdown, ready for docs/benchmarks.md.</summary>
internal sealed class Report(BenchOptions options, string machine)
{
    private readonly StringBuilder _figures = new();
    private readonly StringBuilder _churn = new();
    private readonly StringBuilder _calls = new();

    public void Times(string what, Percentiles times) => Figure(what, $"{times.Median:0} ms", $"{times.Spread} ms in {times.Count} runs");

    public void Memory(string what, (double Resident, double Own) mebibytes) =>
        Figure(what, $"{mebibytes.Resident:0} MiB", $"{mebibytes.Own:0} MiB of it its own, the rest program files");

    public void FirstLoad(long bytes, long socketBytes, int requests) =>
        Figure("first load over the wire", $"{bytes / 1000.0:0} kB", $"{requests} requests; then {socketBytes / 1000.0:0} kB of web socket messages before compression");

    /// <summary>What further viewers cost, and how often the API was read for all of them.</summary>
    public void Viewers(int tabs, double processorPerMinute, double ownMebibytes) =>
        Figure($"{tabs} tabs at 50 changes a second", $"{processorPerMinute:0.0} CPU s/min", $"{ownMebibytes:0} MiB of own memory");

    public void Reads(string resource, int lists, int watches) => Figure($"reads of {resource} for all tabs", $"{lists} lists, {watches} watches", "each page of a list counted once");

    public void Soak(TimeSpan length, double slope, double latest, int visits) =>
        Figure($"soak of {length.TotalMinutes:0} minutes, own memory", $"{slope:+0.0;-0.0} MiB per 10 minutes", $"{latest:0} MiB at the end, after {visits} tabs had come and gone");

    /// <summary>Calls until all exposures were in place, against the least that is possible; null where nothing says how few would do.</summary>
    public void Calls(string kind, int made, int? least) =>
        _calls.AppendLine(CultureInfo.InvariantCulture, $"| {kind} | {made} | {(least is { } known ? $"{known}" : "")} |");

    public void Converged(int exposures, TimeSpan took) => _calls.AppendLine(CultureInfo.InvariantCulture, $"\n{exposures} exposures declared at once were in place after {took.TotalSeconds:0} s.");

    public void Churn(ChurnResult result)
    {
        var missing = result.Sent - result.Shown.Count;
        _churn.AppendLine(CultureInfo.InvariantCulture,
            $"| {result.Rate} | {result.Raw} | {result.Shown} | {missing} of {result.Sent} | {result.ProcessorPerMinute:0.0} | {result.SocketPerMinute:0} |");
    }

    public override string ToString() => options.IsCallsOnly ? $"Machine: {machine}.\n\n{CallsTable}" : $"{FiguresTable}\n{CallsTable}";

    private string CallsTable => _calls.Length == 0 ? "" :
        $"""
        | calls | made | least |
        |---|---|---|
        {_calls}
        """;

    private string FiguresTable =>
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
