namespace HomelabPortal.Ui.Charts;

/// <summary>One quantity over time: evenly spaced points, null where nothing was measured.</summary>
/// <param name="From">Where the first point begins.</param>
/// <param name="Step">How much time each point stands for.</param>
public sealed record ChartData(DateTimeOffset From, TimeSpan Step, IReadOnlyList<ChartPoint?> Points)
{
    public DateTimeOffset To => From + Step * Points.Count;

    public double Highest => Points.Max(point => point?.High) ?? 0;

    /// <summary>True when a point is more than one value, so that least and most are worth drawing.</summary>
    public bool IsBanded => Points.Any(point => point is { } there && there.Low != there.High);

    public int? FirstKnown => Points.Select((point, index) => (point, index)).Where(entry => entry.point is not null).Select(entry => (int?)entry.index).FirstOrDefault();

    public int? LastKnown => Points.Select((point, index) => (point, index)).Where(entry => entry.point is not null).Select(entry => (int?)entry.index).LastOrDefault();

    public DateTimeOffset At(int index) => From + Step * index;
}
