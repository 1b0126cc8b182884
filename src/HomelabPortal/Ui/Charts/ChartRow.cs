namespace HomelabPortal.Ui.Charts;

/// <summary>Some points of a chart as one row of its table.</summary>
/// <param name="Point">Null when none of them was measured.</param>
internal readonly record struct ChartRow(DateTimeOffset At, TimeSpan Length, ChartPoint? Point);
