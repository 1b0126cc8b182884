using System.Collections.Immutable;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>How far back a chart looks, and how much time one of its points stands for.</summary>
/// <param name="Key">As it stands in the address: "24h".</param>
/// <param name="Words">As a sentence ends: "24 hours".</param>
internal sealed record MetricRange(string Key, string Words, TimeSpan Length, TimeSpan Step)
{
    public static MetricRange Hour { get; } = new("1h", "hour", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

    /// <summary>What the portal keeps itself.</summary>
    public static ImmutableArray<MetricRange> Own { get; } =
    [
        Hour,
        new("6h", "6 hours", TimeSpan.FromHours(6), TimeSpan.FromMinutes(1)),
        new("24h", "24 hours", TimeSpan.FromDays(1), TimeSpan.FromMinutes(5)),
        new("7d", "7 days", TimeSpan.FromDays(7), TimeSpan.FromMinutes(30)),
    ];

    /// <summary>What only a Prometheus can tell.</summary>
    public static ImmutableArray<MetricRange> Longer { get; } =
    [
        new("30d", "30 days", TimeSpan.FromDays(30), TimeSpan.FromHours(2)),
        new("90d", "90 days", TimeSpan.FromDays(90), TimeSpan.FromHours(6)),
        new("1y", "year", TimeSpan.FromDays(365), TimeSpan.FromDays(1)),
    ];

    public bool IsLonger => Longer.Any(range => range.Key == Key);

    public Choice Choice => new(Key, Key.Replace("h", " h", StringComparison.Ordinal).Replace("d", " d", StringComparison.Ordinal).Replace("y", " year", StringComparison.Ordinal));

    /// <summary>Null for a range that does not exist.</summary>
    public static MetricRange? Find(string? key) => Own.Concat(Longer).FirstOrDefault(range => range.Key == key);
}
