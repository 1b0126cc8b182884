using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Cluster.Metrics.Pages;

/// <summary>A history as two charts draw it.</summary>
internal sealed record MetricView(MetricSubject Subject, MetricRange Range, MetricHistory History, ChartData Cpu, ChartData Memory, IReadOnlyList<ChartLine> CpuLines, IReadOnlyList<ChartLine> MemoryLines)
{
    /// <summary>Where the figures come from, and how fine they are.</summary>
    public string SourceText => (History.Fault, History.Source) switch
    {
        ({ } fault, _) => $"{fault} Shown is what the portal kept itself.",
        (_, HistorySource.Prometheus) => $"From Prometheus, the mean of each {StepWords}.",
        _ when Range.Step > TimeSpan.FromMinutes(1) => $"Measured by {Meter} and kept by the portal; each point is the mean of {StepWords}, the band its least and most.",
        _ => $"Measured by {Meter} and kept by the portal, a point a minute.",
    };

    /// <summary>What has no place in a cluster is measured by its engine.</summary>
    private string Meter => Subject.Kind == MetricSubject.ContainerKind ? "Docker" : "metrics-server";

    public string EmptyText => History.Fault ?? (Range.Length > MetricRange.Hour.Length
        ? "The portal kept nothing of this time. It records from when it first saw it."
        : "Figures come about a minute after something starts.");

    private string StepWords => Range.Step switch
    {
        { TotalDays: >= 1 } step => step.TotalDays == 1 ? "day" : $"{step.TotalDays:0} days",
        { TotalHours: >= 1 } step => $"{step.TotalHours:0} hours",
        var step => $"{step.TotalMinutes:0} minutes",
    };

    public static MetricView Of(MetricSubject subject, MetricRange range, MetricHistory history) => new(
        subject, range, history,
        Data(history, point => point.Cpu, MetricUnits.Cores),
        Data(history, point => point.Memory, MetricUnits.Bytes),
        Lines(subject, history, levels => levels.CpuReserved, levels => levels.CpuCeiling, MetricUnits.Cores),
        Lines(subject, history, levels => levels.MemoryReserved, levels => levels.MemoryCeiling, MetricUnits.Bytes));

    private static ChartData Data(MetricHistory history, Func<StoredPoint, Band> quantity, Func<double, double> amount) => new(
        history.From, history.Step,
        [.. history.Points.Select(point => point is { } there && quantity(there) is var band ? new ChartPoint(amount(band.Low), amount(band.Mean), amount(band.High)) : (ChartPoint?)null)]);

    private static IReadOnlyList<ChartLine> Lines(MetricSubject subject, MetricHistory history, Func<Levels, uint> reserved, Func<Levels, uint> ceiling, Func<double, double> amount)
    {
        ChartLine[] lines =
        [
            new("Reserved", "reserved", Values(history, reserved, amount)),
            new(subject.Kind == MetricSubject.NodeKind ? "Allocatable" : "Limit", "limit", Values(history, ceiling, amount)),
        ];
        return [.. lines.Where(line => line.Latest is not null)];
    }

    private static List<double?> Values(MetricHistory history, Func<Levels, uint> level, Func<double, double> amount) =>
        [.. history.Points.Select(point => point is { } there && level(there.Levels) is > 0 and var units ? amount(units) : (double?)null)];
}
