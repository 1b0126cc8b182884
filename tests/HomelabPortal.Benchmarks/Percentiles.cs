using System.Globalization;

namespace HomelabPortal.Benchmarks;

/// <summary>Milliseconds, sorted once; formatted the way the tables show them.</summary>
internal sealed class Percentiles(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public string Spread => Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{_sorted[0]:0} to {_sorted[^1]:0}");

    public double At(double share) => Count == 0 ? double.NaN : _sorted[Math.Min(Count - 1, (int)(Count * share))];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):0} / {At(0.95):0}");
}
