using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>What is kept of CPU and memory, and where longer ranges come from.</summary>
internal sealed class MetricsOptions : IValidatedOptions
{
    private const int LeastMegabytes = 4;
    private const int MostMegabytes = 4096;
    private const int MostDays = 31;
    private const int MostOfAllSeries = 50_000;

    public static string Section => "Metrics";

    /// <summary>False keeps the last hour in memory and nothing in the database.</summary>
    public bool KeepHistory { get; set; } = true;

    public int KeepDays { get; set; } = 7;

    /// <summary>The most that history may take in the database; the oldest goes first.</summary>
    public int MaxMegabytes { get; set; } = 64;

    /// <summary>How many nodes, workloads and namespaces are kept; further ones are remembered for an hour only.</summary>
    public int MaxSeries { get; set; } = 5000;

    public int MostKept => KeepHistory ? MaxSeries : 0;

    /// <summary>A Prometheus for ranges that the portal does not keep, for example http://prometheus.monitoring:9090.</summary>
    public string? PrometheusUrl { get; set; }

    public string? PrometheusToken { get; set; }

    /// <summary>A mounted file that holds the token, instead of <see cref="PrometheusToken"/>.</summary>
    public string? PrometheusTokenFile { get; set; }

    public string? PrometheusUser { get; set; }

    public string? PrometheusPassword { get; set; }

    /// <summary>A mounted file that holds the password, instead of <see cref="PrometheusPassword"/>.</summary>
    public string? PrometheusPasswordFile { get; set; }

    public TimeSpan PrometheusTimeout { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<string> Faults()
    {
        if (KeepDays is < 1 or > MostDays)
            yield return $"Metrics:KeepDays {KeepDays} is not within 1 to {MostDays}. To keep nothing, set Metrics:KeepHistory to false.";
        if (MaxMegabytes is < LeastMegabytes or > MostMegabytes)
            yield return $"Metrics:MaxMegabytes {MaxMegabytes} is not within {LeastMegabytes} to {MostMegabytes}.";
        if (MaxSeries is < 1 or > MostOfAllSeries)
            yield return $"Metrics:MaxSeries {MaxSeries} is not within 1 to {MostOfAllSeries}.";
        foreach (var fault in PrometheusSettings.Faults(this))
            yield return fault;
    }
}
