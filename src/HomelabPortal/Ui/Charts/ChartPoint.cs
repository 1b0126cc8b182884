namespace HomelabPortal.Ui.Charts;

/// <summary>The least, the mean and the most within one step of a chart.</summary>
public readonly record struct ChartPoint(double Low, double Mean, double High)
{
    public static ChartPoint Of(double value) => new(value, value, value);
}
