namespace HomelabPortal.Ui.Charts;

/// <summary>A level that the quantity is compared with, such as a limit; it may change over time.</summary>
/// <param name="Css">How it is drawn: "reserved" or "limit".</param>
/// <param name="Values">One per point; null where there is none.</param>
public sealed record ChartLine(string Name, string Css, IReadOnlyList<double?> Values)
{
    public double? Latest => Values.LastOrDefault(value => value is not null);

    public bool IsConstant => Values.Where(value => value is not null).Distinct().Count() <= 1;
}
